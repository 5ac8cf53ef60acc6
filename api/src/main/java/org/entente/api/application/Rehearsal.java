package org.entente.api.application;

import java.util.List;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.origin.certificate.Certificate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Checks what is not applied for yet. */
@Component
public class Rehearsal {
    private final ApplicationCheck check;

    Rehearsal(ApplicationCheck check) {
        this.check = check;
    }

    /**
     * What an application with this certificate would hear.
     *
     * @param certificate any JSON
     * @return every finding; it would be taken if none of them is an error
     */
    public List<Finding> findings(JsonNode certificate) {
        return switch (check.check(certificate)) {
            case Checked.Accepted<Certificate>(var value, var remarks) -> remarks;
            case Checked.Rejected<Certificate>(var found) -> found;
        };
    }
}
