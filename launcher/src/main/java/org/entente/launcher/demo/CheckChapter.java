package org.entente.launcher.demo;

import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Severity;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateItem;
import org.entente.model.shipped.ShippedRules;

/** The certificate is read and checked before anything is said. */
final class CheckChapter {
    private final Narrator narrator;

    CheckChapter(Narrator narrator) {
        this.narrator = narrator;
    }

    /** The certificate, unless it is refused; then every finding was told. */
    Optional<Certificate> tell(CertificateFile file, String source) {
        narrator.chapter("The certificate is checked against the agreement's rules");
        narrator.tell(new Line.Fact("file", source, "read as " + file.form().words()));
        file.certificate().ifPresent(this::describe);
        if (file.form() == CertificateFile.Form.TRADETRUST) {
            narrator.tell(new Line.Imported(file.remarks()));
        }
        file.findings().forEach(finding -> narrator.tell(Line.Found.of(finding)));
        narrator.tell(new Line.Fact("findings", count(file.findings()), "all at once"));
        if (file.certificate().isEmpty()) {
            narrator.tell(new Line.Note("An administration that issued this would be refused by its own node and by"
                    + " every reader, so nothing is stated. Correct the places named above and try again."));
        } else if (file.findings().stream().anyMatch(f -> f.code().severity() == Severity.NOT_VERIFIED)) {
            narrator.tell(new Line.Note("NOT VERIFIED: a rule rests on a legal text that nobody on this project has"
                    + " read. It makes the certificate neither valid nor invalid; an officer decides."));
        }
        return file.certificate();
    }

    private void describe(Certificate certificate) {
        narrator.tell(new Line.Fact(
                "certificate",
                certificate.id().subject() + ", issued " + certificate.issuedAt() + " by " + certificate.office(),
                ""));
        narrator.tell(new Line.Fact(
                "rules",
                certificate.agreement() + ", rule set " + certificate.ruleSet() + ", SHA-256 "
                        + ShippedRules.RULE_SETS
                                .digest(certificate.ruleSet())
                                .map(digest -> digest.hex().substring(0, 16) + "...")
                                .orElse("unknown"),
                "the digest that stands on the ledger"));
        narrator.tell(new Line.Table(
                List.of("item", "HS", "quantity", "criterion", "description"),
                certificate.items().stream().map(CheckChapter::row).toList()));
    }

    private static List<String> row(CertificateItem item) {
        String description = item.description();
        return List.of(
                Integer.toString(item.number()),
                item.hs().toString(),
                Amounts.of(item.quantity().amount(), item.unit()),
                String.join(" + ", item.criterion().codes()),
                description.length() > 50 ? description.substring(0, 47) + "..." : description);
    }

    private static String count(List<Finding> findings) {
        return findings.stream().filter(Finding::isError).count() + " errors, "
                + findings.stream()
                        .filter(f -> f.code().severity() == Severity.NOT_VERIFIED)
                        .count()
                + " not verified, "
                + findings.stream()
                        .filter(f -> f.code().severity() == Severity.WARNING)
                        .count()
                + " warnings, "
                + findings.stream()
                        .filter(f -> f.code().severity() == Severity.NOTE)
                        .count()
                + " notes";
    }
}
