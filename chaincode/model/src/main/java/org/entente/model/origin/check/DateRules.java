package org.entente.model.origin.check;

import java.time.LocalDate;
import java.util.List;
import org.entente.model.origin.agreement.Datum;
import org.entente.model.origin.agreement.IssueRule;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.Flag;
import org.entente.model.origin.certificate.OriginCode;

/** When a certificate may be issued: nothing of it can be checked without a departure date. */
final class DateRules {
    private DateRules() {}

    static void check(Certificate certificate, RuleSet ruleSet, Verdicts verdicts) {
        if (verdicts.isKnown("/issuedAt", "/transport/departureDate", "/flags")) {
            certificate
                    .transport()
                    .departureDate()
                    .ifPresent(departure -> checkIssue(certificate, departure, ruleSet, verdicts));
        }
    }

    private static void checkIssue(Certificate certificate, LocalDate departure, RuleSet ruleSet, Verdicts verdicts) {
        LocalDate issued = certificate.issuedAt();
        List<Datum<IssueRule>> possible = ruleSet.issue().possibleOn(issued);
        if (certificate.flags().contains(Flag.RETROACTIVE)) {
            verdicts.rule(
                    possible,
                    rule -> issued.isAfter(departure.plusDays(rule.graceDays())),
                    OriginCode.ORIGIN_RETROACTIVE_UNFOUNDED,
                    "/flags",
                    () -> "issued " + issued + ", departure " + departure);
        } else {
            verdicts.rule(
                    possible,
                    rule -> !issued.isAfter(departure.plusDays(rule.graceDays())),
                    OriginCode.ORIGIN_RETROACTIVE_MISSING,
                    "/flags",
                    () -> "issued " + issued + ", departure " + departure);
        }
        verdicts.rule(
                possible,
                rule -> !issued.isAfter(departure.plusMonths(rule.limitMonths())),
                OriginCode.ORIGIN_ISSUED_TOO_LATE,
                "/issuedAt",
                () -> "issued " + issued + ", departure " + departure);
    }
}
