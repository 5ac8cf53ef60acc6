package org.entente.model.origin.check;

import java.time.LocalDate;
import java.util.List;
import org.entente.model.finding.LegalReference;
import org.entente.model.origin.agreement.Datum;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.certificate.Certificate;

/** Whether a certificate may still be presented on a day. Computed, never stored. */
public sealed interface Validity {
    /**
     * The last day on which it may be presented, as far as is known.
     *
     * @return a day in the importing country
     */
    LocalDate until();

    /**
     * Where the validity stands.
     *
     * @return the law
     */
    LegalReference law();

    /**
     * It may be presented.
     *
     * @param until the last day
     * @param law where the validity stands
     */
    record Current(LocalDate until, LegalReference law) implements Validity {}

    /**
     * Its validity is over; late acceptance is for the importing side to decide.
     *
     * @param until the last day
     * @param law where the validity stands
     */
    record Expired(LocalDate until, LegalReference law) implements Validity {}

    /**
     * The validity rests on a datum that was not verified.
     *
     * @param until the last day, if the datum is right
     * @param passed whether the day lies after it
     * @param law the datum's source
     */
    record NotVerified(LocalDate until, boolean passed, LegalReference law) implements Validity {}

    /**
     * The validity on a day.
     *
     * @param certificate a certificate
     * @param ruleSet the rule set that it names
     * @param day a day in the importing country
     * @return whether it may be presented
     */
    static Validity on(Certificate certificate, RuleSet ruleSet, LocalDate day) {
        List<Datum<Integer>> possible = ruleSet.validityMonths().possibleOn(certificate.issuedAt());
        Datum<Integer> months = possible.getFirst();
        LocalDate until = certificate.issuedAt().plusMonths(months.value());
        boolean passed = day.isAfter(until);
        if (!months.law().verified() || possible.size() > 1) {
            return new NotVerified(until, passed, months.law());
        }
        return passed ? new Expired(until, months.law()) : new Current(until, months.law());
    }
}
