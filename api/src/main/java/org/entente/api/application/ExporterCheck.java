package org.entente.api.application;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.entente.api.account.Organisation;
import org.entente.model.finding.Finding;
import org.entente.model.origin.certificate.Party;
import org.entente.model.origin.certificate.Party.Identifier;

/**
 * Whether a certificate names the organisation for which is applied: nobody has goods certified in another's name. The
 * number in a register decides; where an organisation has none, its name does, whatever the spelling of {@code Pty. Ltd.},
 * unless the certificate gives the number of somebody else.
 */
final class ExporterCheck {
    private ExporterCheck() {}

    /** What is wrong with an exporter, if it is none of those for which the caller may apply. */
    static Optional<Finding> finding(Party exporter, List<Organisation> allowed, Predicate<Identifier> isRegistered) {
        List<Organisation> named =
                allowed.stream().filter(each -> isNamed(exporter, each)).toList();
        if (named.isEmpty()) {
            return Optional.of(allowed.size() == 1 ? other(allowed.getFirst()) : stranger());
        }
        // Whom the name alone names has no number: any that is registered is another's.
        return named.stream().allMatch(each -> each.registered().isEmpty())
                        && exporter.id().filter(isRegistered).isPresent()
                ? Optional.of(Finding.of(
                        ApplicationCode.APPLICATION_EXPORTER_OTHER,
                        "/exporter/id/value",
                        "the number is registered for another organisation"))
                : Optional.empty();
    }

    private static boolean isNamed(Party exporter, Organisation organisation) {
        return organisation
                .registered()
                .map(identifier -> exporter.id().equals(Optional.of(identifier)))
                .orElseGet(() -> letters(exporter.name()).equals(letters(organisation.name())));
    }

    private static Finding other(Organisation organisation) {
        Optional<Identifier> identifier = organisation.registered();
        return Finding.of(
                ApplicationCode.APPLICATION_EXPORTER_OTHER,
                identifier.isPresent() ? "/exporter/id/value" : "/exporter/name",
                "applied for " + organisation.name()
                        + identifier
                                .map(known -> ", " + known.scheme() + " " + known.value())
                                .orElse(""));
    }

    private static Finding stranger() {
        return Finding.of(
                ApplicationCode.APPLICATION_EXPORTER_OTHER,
                "/exporter/name",
                "no exporter for which the account may apply");
    }

    private static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
