package org.entente.model.origin.check;

import java.util.Set;
import org.entente.model.origin.agreement.Datum;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CountryCode;
import org.entente.model.origin.certificate.Flag;
import org.entente.model.origin.certificate.OriginCode;

/** Parties, form, reference number, flags and size. */
final class HeaderRules {
    private HeaderRules() {}

    static void check(Certificate certificate, RuleSet ruleSet, Verdicts verdicts) {
        checkCountries(certificate, ruleSet.parties(), verdicts);
        verdicts.rule(
                ruleSet.forms(),
                forms -> forms.contains(certificate.form()),
                OriginCode.ORIGIN_FORM_UNKNOWN,
                "/formType",
                certificate.form());
        ruleSet.referencePatterns().stream()
                .filter(pattern -> pattern.issuer().equals(certificate.exportCountry()))
                .forEach(pattern -> verdicts.rule(
                        new Datum<>(pattern.pattern(), pattern.law()),
                        form -> form.matcher(certificate.referenceNo().value()).matches(),
                        OriginCode.ORIGIN_REFERENCE_PATTERN,
                        "/referenceNo",
                        certificate.referenceNo().value()));
        for (Flag flag : Flag.values()) {
            if (certificate.flags().contains(flag)) {
                verdicts.rule(
                        ruleSet.flags(),
                        provided -> provided.contains(flag),
                        OriginCode.ORIGIN_FLAG_NOT_PROVIDED,
                        "/flags",
                        flag.wire());
            }
        }
        int items = certificate.items().size();
        verdicts.rule(
                ruleSet.maxItems(),
                most -> items <= most,
                OriginCode.ORIGIN_ITEMS_TOO_MANY,
                "/items",
                () -> items + " items, the form holds " + ruleSet.maxItems().value());
    }

    private static void checkCountries(Certificate certificate, Datum<Set<CountryCode>> parties, Verdicts verdicts) {
        checkCountry(
                certificate.exportCountry(), parties, OriginCode.ORIGIN_COUNTRY_NOT_PARTY, "/exportCountry", verdicts);
        checkCountry(
                certificate.importCountry(), parties, OriginCode.ORIGIN_COUNTRY_NOT_PARTY, "/importCountry", verdicts);
        for (int i = 0; i < certificate.items().size(); i++) {
            checkCountry(
                    certificate.items().get(i).originCountry(),
                    parties,
                    OriginCode.ORIGIN_ITEM_COUNTRY_NOT_PARTY,
                    "/items/" + i + "/originCountry",
                    verdicts);
        }
    }

    private static void checkCountry(
            CountryCode country, Datum<Set<CountryCode>> parties, OriginCode code, String member, Verdicts verdicts) {
        verdicts.rule(parties, among -> among.contains(country), code, member, country.value());
    }
}
