package org.entente.model.origin.check;

import java.util.Collections;
import java.util.Optional;
import org.entente.model.origin.agreement.Combination;
import org.entente.model.origin.agreement.Criterion;
import org.entente.model.origin.agreement.Criterion.Percentage;
import org.entente.model.origin.agreement.Datum;
import org.entente.model.origin.agreement.FobRule;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateItem;
import org.entente.model.origin.certificate.CriterionClaim;
import org.entente.model.origin.certificate.OriginCode;

/** Criteria, percentages and the FOB value of each item. */
final class CriterionRules {
    private static final String PARTIAL_CUMULATION = "PC";

    private final RuleSet ruleSet;
    private final Verdicts verdicts;

    private CriterionRules(RuleSet ruleSet, Verdicts verdicts) {
        this.ruleSet = ruleSet;
        this.verdicts = verdicts;
    }

    static void check(Certificate certificate, RuleSet ruleSet, Verdicts verdicts) {
        CriterionRules rules = new CriterionRules(ruleSet, verdicts);
        for (int i = 0; i < certificate.items().size(); i++) {
            CertificateItem item = certificate.items().get(i);
            String at = "/items/" + i;
            if (verdicts.isKnown(at + "/criteria")) {
                Optional<Combination> combination =
                        ruleSet.combination(item.criterion().codes());
                rules.checkCodes(item.criterion(), combination, at + "/criteria");
                rules.checkPercent(item.criterion(), combination, at + "/rvcPercent");
                rules.checkFob(certificate, item, at + "/fob");
            }
        }
    }

    private void checkCodes(CriterionClaim claim, Optional<Combination> combination, String at) {
        for (int i = 0; i < claim.codes().size(); i++) {
            String code = claim.codes().get(i);
            String place = at + "/" + i;
            Optional<Criterion> criterion =
                    Optional.ofNullable(ruleSet.criteria().get(code));
            verdicts.rule(
                    new Datum<>(
                            criterion.isPresent(), criterion.map(Criterion::law).orElse(ruleSet.criteriaList())),
                    known -> known,
                    OriginCode.ORIGIN_CRITERION_UNKNOWN,
                    place,
                    code);
            if (code.equals(PARTIAL_CUMULATION)) {
                criterion.ifPresent(each ->
                        verdicts.remark(OriginCode.ORIGIN_PARTIAL_CUMULATION_NO_PREFERENCE, place, code, each.law()));
            }
        }
        if (claim.codes().size() > 1) {
            verdicts.rule(
                    new Datum<>(
                            combination.isPresent(),
                            combination.map(Combination::law).orElse(ruleSet.combinationsList())),
                    known -> known,
                    OriginCode.ORIGIN_CRITERION_COMBINATION,
                    at,
                    claim::toString);
        }
    }

    private void checkPercent(CriterionClaim claim, Optional<Combination> combination, String at) {
        Optional<Criterion> measured = measured(claim);
        if (measured.isEmpty()) {
            if (claim.percent().isPresent()) {
                verdicts.rule(
                        new Datum<>(false, ruleSet.criteriaList()),
                        expected -> expected,
                        OriginCode.ORIGIN_PERCENT_UNEXPECTED,
                        at,
                        claim::toString);
            }
            return;
        }
        verdicts.rule(
                new Datum<>(true, measured.get().law()),
                needed -> claim.percent().isPresent(),
                OriginCode.ORIGIN_PERCENT_MISSING,
                at,
                claim::toString);
        Datum<Percentage> bounds = combination
                .flatMap(Combination::percent)
                .or(() -> measured.get().percent())
                .orElseThrow();
        claim.percent().ifPresent(percent -> checkBounds(percent, bounds, at));
    }

    private Optional<Criterion> measured(CriterionClaim claim) {
        for (String code : claim.codes()) {
            Criterion criterion = ruleSet.criteria().get(code);
            if (criterion != null && criterion.percent().isPresent()) {
                return Optional.of(criterion);
            }
        }
        return Optional.empty();
    }

    private void checkBounds(int percent, Datum<Percentage> bounds, String at) {
        verdicts.rule(
                bounds,
                range -> percent >= range.min(),
                OriginCode.ORIGIN_PERCENT_TOO_LOW,
                at,
                () -> percent + "% is below " + bounds.value().min() + "%");
        if (bounds.value().max() < 100) {
            verdicts.rule(
                    bounds,
                    range -> percent <= range.max(),
                    OriginCode.ORIGIN_PERCENT_TOO_HIGH,
                    at,
                    () -> percent + "% is above " + bounds.value().max() + "%");
        }
    }

    private void checkFob(Certificate certificate, CertificateItem item, String at) {
        if (ruleSet.fob().isEmpty()) {
            if (item.fob().isPresent()) {
                verdicts.error(OriginCode.ORIGIN_FOB_NOT_ASKED_FOR, at, "the rule set asks for no FOB value");
            }
            return;
        }
        Datum<FobRule> fob = ruleSet.fob().get();
        boolean asked = isAsked(fob.value(), certificate, item);
        if (asked && item.fob().isEmpty()) {
            verdicts.rule(fob, rule -> false, OriginCode.ORIGIN_FOB_MISSING, at, () -> item.criterion() + " claimed");
        } else if (!asked && item.fob().isPresent()) {
            verdicts.rule(
                    fob, rule -> false, OriginCode.ORIGIN_FOB_NOT_ASKED_FOR, at, () -> item.criterion() + " claimed");
        }
    }

    private static boolean isAsked(FobRule rule, Certificate certificate, CertificateItem item) {
        boolean byCriterion = rule.criteria().isEmpty()
                || !Collections.disjoint(rule.criteria(), item.criterion().codes());
        boolean byCountry = rule.countries().isEmpty()
                || rule.countries().contains(certificate.exportCountry())
                || rule.countries().contains(certificate.importCountry());
        return byCriterion && byCountry;
    }
}
