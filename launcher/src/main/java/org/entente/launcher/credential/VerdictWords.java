package org.entente.launcher.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.certs.credential.document.OriginCredential;
import org.entente.certs.credential.seal.Seal;
import org.entente.certs.credential.verdict.Basis;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.model.finding.Finding;
import org.entente.model.origin.certificate.CertificateId;

/** Verdicts as sentences. */
final class VerdictWords {
    private VerdictWords() {}

    static List<String> lines(Verdict<?> verdict) {
        List<String> lines = new ArrayList<>();
        switch (verdict) {
            case Verdict.Valid<?>(Object value, var remarks, var basis) -> {
                lines.add("VALID: " + subject(value));
                remark(remarks, lines);
            }
            case Verdict.Invalid<?>(var because, var remarks, var basis) -> {
                lines.add("INVALID, because:");
                because.forEach(each -> lines.add("   - " + finding(each)));
            }
            case Verdict.CouldNotCheck<?>(var because, var remarks, var basis) -> {
                lines.add("COULD NOT CHECK, because:");
                because.forEach(each -> lines.add("   - " + finding(each)));
                remark(remarks, lines);
            }
        }
        basis(verdict.basis(), lines);
        return lines;
    }

    private static void remark(List<Finding> remarks, List<String> lines) {
        remarks.forEach(each -> lines.add("   remark: " + finding(each)));
    }

    static String finding(Finding finding) {
        String place = finding.pointer().isEmpty() ? "" : " at " + printable(finding.pointer());
        String detail = finding.detail().isEmpty() ? "" : " (" + printable(finding.detail()) + ")";
        return finding.code().title() + detail + " [" + finding.code().name() + place + "]";
    }

    private static String subject(Object value) {
        return switch (value) {
            case OriginCredential credential ->
                of(credential.certificate().id()) + ", issued on "
                        + credential.certificate().issuedAt() + " to "
                        + printable(credential.certificate().exporter().name());
            case Seal seal -> of(seal.id()) + ", issued on " + seal.issuedOn() + ", valid until " + seal.validUntil();
            default -> "";
        };
    }

    private static String of(CertificateId id) {
        return "certificate of origin " + printable(id.referenceNo().value()) + " of " + id.issuer() + " under "
                + id.agreement();
    }

    private static void basis(Basis basis, List<String> lines) {
        if (!basis.passed().isEmpty()) {
            lines.add("   passed: "
                    + basis.passed().stream()
                            .map(step -> step.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }
        basis.securing()
                .ifPresent(how -> lines.add(
                        "   secured as " + how + " by " + printable(basis.key().orElse("an unnamed key"))));
        basis.lists().forEach(list -> lines.add("   status of " + list.asOf() + " from " + printable(list.address())));
        lines.add("   trust: "
                + basis.trust().map(asOf -> "as of " + asOf.time()).orElse("knows no issuer of credentials"));
    }

    /** A stranger's text can neither move the cursor nor turn the order of the characters. */
    static String printable(String text) {
        return text.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }
}
