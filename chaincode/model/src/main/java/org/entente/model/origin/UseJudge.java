package org.entente.model.origin;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.finding.LegalReference;
import org.entente.model.fold.Judgement;
import org.entente.model.fold.Said;
import org.entente.model.origin.CertificateState.Event;
import org.entente.model.origin.CertificateState.Use;
import org.entente.model.origin.OriginStatement.UseReversed;
import org.entente.model.origin.OriginStatement.Used;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.CertificateItem;
import org.entente.model.origin.certificate.DecimalText;
import org.entente.model.origin.certificate.OriginCode;
import org.entente.model.origin.check.Validity;

/**
 * Judges uses and their reversals.
 *
 * <p>A use after the validity is refused only where the validity was verified and the agreement is verified to know no
 * late acceptance. Where late acceptance exists (ATIGA Annex 8 Rule 14) it stands with a warning: the importing side alone
 * decides. Where either datum was not verified it stands and says so.
 */
final class UseJudge {
    private final RuleSets ruleSets;

    UseJudge(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    Judgement<CertificateState> use(CertificateState state, Used used, Said said) {
        if (state.cancelled().isPresent()) {
            Event cancelled = state.cancelled().get();
            return CertificateRules.overtaken(
                    cancelled, OriginCode.ORIGIN_CERTIFICATE_CANCELLED, "/subject", "cancelled at " + cancelled.at());
        }
        Optional<Use> earlier =
                Optional.ofNullable(state.uses().get(used.use())).filter(Use::isActive);
        if (earlier.isPresent()) {
            return repeated(state, earlier.get(), used);
        }
        Findings findings = new Findings();
        state.certificate()
                .item(used.use().item())
                .ifPresentOrElse(
                        item -> checkItem(state, item, used, findings),
                        () -> findings.add(
                                OriginCode.ORIGIN_ITEM_UNKNOWN,
                                "/body/item",
                                "item " + used.use().item()));
        ruleSets.named(state.certificate().ruleSet()).ifPresent(ruleSet -> {
            checkPresentation(state, used, ruleSet, findings);
            checkDeclaration(state, used, ruleSet, findings);
        });
        if (findings.hasErrors()) {
            return new Judgement.Refused<>(findings.all());
        }
        Use next = new Use(used.quantity(), used.presentedOn(), CertificateRules.event(said), Optional.empty());
        return new Judgement.Stands<>(state.with(used.use(), next), findings.all());
    }

    Judgement<CertificateState> reverse(CertificateState state, UseReversed reversed, Said said) {
        Optional<Use> use =
                Optional.ofNullable(state.uses().get(reversed.use())).filter(Use::isActive);
        if (use.isEmpty()) {
            return CertificateRules.refused(
                    OriginCode.ORIGIN_USE_UNKNOWN,
                    "/body/declaration",
                    state.uses().containsKey(reversed.use()) ? "reversed before" : "never stated");
        }
        Use next = new Use(
                use.get().quantity(),
                use.get().presentedOn(),
                use.get().event(),
                Optional.of(CertificateRules.event(said)));
        return new Judgement.Stands<>(state.with(reversed.use(), next), List.of());
    }

    private static Judgement<CertificateState> repeated(CertificateState state, Use earlier, Used used) {
        boolean same = earlier.quantity().equals(used.quantity())
                && earlier.presentedOn().equals(used.presentedOn())
                && state.certificate()
                        .item(used.use().item())
                        .map(CertificateItem::unit)
                        .equals(Optional.of(used.unit()));
        return same
                ? CertificateRules.unchanged(state, earlier.event())
                : CertificateRules.refused(
                        OriginCode.ORIGIN_USE_CONFLICT,
                        "/body/declaration",
                        "stated by " + earlier.event().id());
    }

    private static void checkItem(CertificateState state, CertificateItem item, Used used, Findings findings) {
        if (!item.unit().equals(used.unit())) {
            findings.add(OriginCode.ORIGIN_UNIT_MISMATCH, "/body/unit", "the item is in " + item.unit());
        } else {
            BigDecimal left = item.quantity().amount().subtract(state.used(item.number()));
            if (used.quantity().amount().compareTo(left) > 0) {
                findings.add(
                        OriginCode.ORIGIN_USE_EXCEEDS_BALANCE,
                        "/body/quantity",
                        DecimalText.write(left) + " " + item.unit() + " left");
            }
        }
        state.acknowledgement()
                .filter(acknowledgement -> acknowledgement.refuses(item.number()))
                .ifPresent(acknowledgement -> findings.add(
                        OriginCode.ORIGIN_ITEM_REFUSED,
                        "/body/item",
                        "refused by " + acknowledgement.event().id()));
    }

    private static void checkPresentation(CertificateState state, Used used, RuleSet ruleSet, Findings findings) {
        String at = "/body/presentedOn";
        if (used.presentedOn().isBefore(state.certificate().issuedAt())) {
            findings.add(
                    OriginCode.ORIGIN_PRESENTED_BEFORE_ISSUE,
                    at,
                    "issued " + state.certificate().issuedAt());
        }
        LegalReference late = ruleSet.lateAcceptance().law();
        switch (Validity.on(state.certificate(), ruleSet, used.presentedOn())) {
            case Validity.Current current -> {}
            case Validity.NotVerified(var until, var passed, var law) ->
                findings.add(
                        passed ? OriginCode.ORIGIN_LAW_UNVERIFIED_BROKEN : OriginCode.ORIGIN_LAW_UNVERIFIED,
                        at,
                        "valid until " + until + " as far as is known",
                        law);
            case Validity.Expired(var until, var law) -> {
                if (!late.verified()) {
                    findings.add(
                            OriginCode.ORIGIN_LAW_UNVERIFIED_BROKEN,
                            at,
                            "valid until " + until + "; late acceptance",
                            late);
                } else if (ruleSet.lateAcceptance().value()) {
                    findings.add(OriginCode.ORIGIN_LATE_ACCEPTANCE, at, "valid until " + until, late);
                } else {
                    findings.add(OriginCode.ORIGIN_PRESENTED_LATE, at, "valid until " + until, law);
                }
            }
        }
    }

    private static void checkDeclaration(CertificateState state, Used used, RuleSet ruleSet, Findings findings) {
        boolean second = state.uses().entrySet().stream()
                .anyMatch(entry -> entry.getValue().isActive()
                        && !entry.getKey().declaration().equals(used.use().declaration()));
        if (!second) {
            return;
        }
        LegalReference law = ruleSet.severalDeclarations().law();
        boolean allowed = ruleSet.severalDeclarations().value();
        if (!law.verified()) {
            findings.add(new Finding(
                    allowed ? OriginCode.ORIGIN_LAW_UNVERIFIED : OriginCode.ORIGIN_LAW_UNVERIFIED_BROKEN,
                    "/body/declaration",
                    "several declarations for one certificate",
                    Optional.of(law)));
        } else if (!allowed) {
            findings.add(
                    OriginCode.ORIGIN_SECOND_DECLARATION,
                    "/body/declaration",
                    used.use().declaration(),
                    law);
        }
    }
}
