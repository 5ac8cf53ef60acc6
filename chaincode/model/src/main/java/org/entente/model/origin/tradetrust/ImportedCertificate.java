package org.entente.model.origin.tradetrust;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.model.finding.Finding;
import org.entente.model.origin.certificate.Certificate;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of a foreign document.
 *
 * @param draft the certificate as JSON in Entente's own form, as far as it could be mapped; empty if the document was not
 *     readable at all. An officer completes it
 * @param certificate the certificate, if nothing in it is an error
 * @param findings of form and rules; pointers lead into {@code draft}
 * @param remarks everything that was left out, converted or assumed; pointers lead into the foreign document
 * @param sources where each place of {@code draft} came from: draft pointer to foreign pointer
 */
public record ImportedCertificate(
        Optional<ObjectNode> draft,
        Optional<Certificate> certificate,
        List<Finding> findings,
        List<Remark> remarks,
        Map<String, String> sources) {
    /** Keeps unmodifiable copies. */
    public ImportedCertificate {
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
        sources = Map.copyOf(sources);
    }
}
