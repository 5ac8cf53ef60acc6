package org.entente.model.origin.tradetrust;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.json.JsonCode;
import org.entente.model.json.StrictJson;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.origin.check.CertificateCheck;
import tools.jackson.databind.JsonNode;

/**
 * Reads certificates in the TradeTrust/OpenAttestation form for ChAFTA: bare, wrapped by OpenAttestation version 2, or as
 * {@code credentialSubject} of a later version.
 */
public final class TradeTrustImport {
    /** The longest document in bytes: signature images may be inside. */
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    private final RuleSets ruleSets;

    /**
     * An importer.
     *
     * @param ruleSets the rule sets against which certificates are checked
     */
    public TradeTrustImport(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    /**
     * Reads a document.
     *
     * @param bytes UTF-8 JSON, at most {@link #MAX_BYTES}
     * @return what could be mapped, what was found, and what was left out
     */
    public ImportedCertificate read(byte[] bytes) {
        return switch (StrictJson.parse(bytes, MAX_BYTES)) {
            case Checked.Rejected<JsonNode>(var findings) -> unreadable(findings);
            case Checked.Accepted<JsonNode>(var node, var remarks) ->
                node.isObject()
                        ? map(node)
                        : unreadable(List.of(Finding.of(JsonCode.JSON_TYPE_WRONG, "", "an object is expected")));
        };
    }

    private ImportedCertificate map(JsonNode node) {
        ForeignDocument document = OpenAttestation.open(node);
        ChaftaForm form = new ChaftaForm(document.content(), ruleSets);
        form.map();
        Checked<Certificate> checked = new CertificateCheck(ruleSets).check(CertificateJson.read(form.draft(), ""));
        return switch (checked) {
            case Checked.Accepted<Certificate>(var certificate, var remarks) ->
                new ImportedCertificate(
                        Optional.of(form.draft()),
                        Optional.of(certificate),
                        remarks,
                        document.remarks(),
                        form.sources());
            case Checked.Rejected<Certificate>(var findings) ->
                new ImportedCertificate(
                        Optional.of(form.draft()), Optional.empty(), findings, document.remarks(), form.sources());
        };
    }

    private static ImportedCertificate unreadable(List<Finding> findings) {
        return new ImportedCertificate(Optional.empty(), Optional.empty(), findings, List.of(), Map.of());
    }
}
