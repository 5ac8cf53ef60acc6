package org.entente.model.origin;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.model.fold.Judgement;
import org.entente.model.fold.Said;
import org.entente.model.origin.CertificateState.Acknowledgement;
import org.entente.model.origin.CertificateState.Event;
import org.entente.model.origin.CertificateState.Use;
import org.entente.model.origin.OriginStatement.Acknowledged;
import org.entente.model.origin.OriginStatement.Reason;
import org.entente.model.origin.certificate.OriginCode;

/** Judges what concerns the certificate as a whole: acknowledgement and cancellation. */
final class StandingJudge {
    Judgement<CertificateState> acknowledge(CertificateState state, Acknowledged said, Said statement) {
        if (state.cancelled().isPresent()) {
            Event cancelled = state.cancelled().get();
            return CertificateRules.overtaken(
                    cancelled, OriginCode.ORIGIN_CERTIFICATE_CANCELLED, "/subject", "cancelled at " + cancelled.at());
        }
        Optional<Integer> unknown = said.reasons().stream()
                .map(Reason::items)
                .flatMap(items -> items.stream())
                .filter(item -> state.certificate().item(item).isEmpty())
                .findFirst();
        if (unknown.isPresent()) {
            return CertificateRules.refused(OriginCode.ORIGIN_ITEM_UNKNOWN, "/body/reasons", "item " + unknown.get());
        }
        if (state.acknowledgement().isPresent()) {
            Acknowledgement earlier = state.acknowledgement().get();
            return earlier.said().equals(said)
                    ? CertificateRules.unchanged(state, earlier.event())
                    : CertificateRules.refused(
                            OriginCode.ORIGIN_ACKNOWLEDGED_BEFORE,
                            "/body/outcome",
                            "stated by " + earlier.event().id());
        }
        Acknowledgement next = new Acknowledgement(said, CertificateRules.event(statement));
        Optional<Integer> used = state.certificate().items().stream()
                .map(item -> item.number())
                .filter(item -> next.refuses(item) && state.used(item).signum() > 0)
                .findFirst();
        return used.map(item -> CertificateRules.refused(
                        OriginCode.ORIGIN_CERTIFICATE_USED, "/body/reasons", "item " + item + " was used before"))
                .orElseGet(() -> new Judgement.Stands<>(state.with(next), List.of()));
    }

    Judgement<CertificateState> cancel(CertificateState state, Said said) {
        if (state.cancelled().isPresent()) {
            return CertificateRules.unchanged(state, state.cancelled().get());
        }
        Optional<Map.Entry<UseKey, Use>> first = state.uses().entrySet().stream()
                .filter(entry -> entry.getValue().isActive())
                .min(Comparator.comparing(entry -> entry.getValue().event().at()));
        return first.map(entry -> CertificateRules.overtaken(
                        entry.getValue().event(),
                        OriginCode.ORIGIN_CERTIFICATE_USED,
                        "/subject",
                        "item " + entry.getKey().item() + " was used at "
                                + entry.getValue().event().at()))
                .orElseGet(() -> new Judgement.Stands<>(state.cancelledBy(CertificateRules.event(said)), List.of()));
    }
}
