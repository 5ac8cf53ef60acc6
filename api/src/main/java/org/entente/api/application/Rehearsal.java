package org.entente.api.application;

import java.util.List;
import java.util.UUID;
import org.entente.api.account.Exporters;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.origin.certificate.Certificate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Checks what is not applied for yet. */
@Component
public class Rehearsal {
    private final ApplicationCheck check;
    private final Exporters exporters;

    Rehearsal(ApplicationCheck check, Exporters exporters) {
        this.check = check;
        this.exporters = exporters;
    }

    /**
     * What an application with this certificate would hear.
     *
     * @param certificate any JSON
     * @param exporter the organisation for which one would apply
     * @return every finding; it would be taken if none of them is an error
     */
    public List<Finding> findings(JsonNode certificate, UUID exporter) {
        return switch (check.check(
                certificate, exporters.named(exporter).stream().toList())) {
            case Checked.Accepted<Certificate>(var value, var remarks) -> remarks;
            case Checked.Rejected<Certificate>(var found) -> found;
        };
    }
}
