package org.entente.api.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.entente.api.health.LedgerSign;
import org.entente.client.MemberNode;
import org.entente.client.database.DatabaseFailure;
import org.entente.client.show.Vitals;
import org.springframework.stereotype.Component;

/**
 * How the member's statements fare, read from its database at each question, so that nothing old is told: while the database
 * is away there is {@code entente_database_up 0} and nothing else. All instances of a member tell the same.
 */
@Component
class LedgerMetrics implements MultiCollector {
    private final MemberNode node;
    private final LedgerSign sign;

    LedgerMetrics(MemberNode node, LedgerSign sign) {
        this.node = node;
        this.sign = sign;
    }

    @Override
    public MetricSnapshots collect() {
        Gauges gauges = new Gauges(node.self());
        try {
            Vitals vitals = node.shown().vitals();
            up(gauges, 1);
            tell(gauges, vitals, sign.look().isReached());
        } catch (DatabaseFailure e) {
            up(gauges, 0);
        }
        return gauges.snapshots();
    }

    static void tell(Gauges gauges, Vitals vitals, boolean reached) {
        gauges.add("ledger_reached", "1 while an instance of the member has contact with its peer", reached ? 1 : 0);
        followed(gauges, vitals);
        own(gauges, vitals);
        odd(gauges, vitals);
    }

    private static void up(Gauges gauges, int value) {
        gauges.add("database_up", "1 while the member's database answers this instance", value);
    }

    private static void followed(Gauges gauges, Vitals vitals) {
        gauges.add(
                        "ledger_next_block",
                        "First block not yet taken in",
                        vitals.followed().nextBlock())
                .add(
                        "ledger_caught_up",
                        "1 once the ledger was followed to its end since the database was made",
                        vitals.caughtUp() ? 1 : 0);
        vitals.followed()
                .receivedAt()
                .ifPresent(
                        at -> gauges.at("ledger_last_block_timestamp_seconds", "When the last block was taken in", at));
        vitals.folded()
                .forEach(stream -> gauges.add(
                        "stream_folded_sequence",
                        "Number of the last folded statement of a stream",
                        stream.sequence(),
                        "author",
                        stream.stream().author().value(),
                        "audience",
                        stream.stream().audience().value()));
    }

    private static void own(Gauges gauges, Vitals vitals) {
        for (Vitals.Waiting waiting : vitals.waiting()) {
            String audience = waiting.audience().value();
            gauges.add(
                            "statements_unacknowledged",
                            "Own statements that were accepted and are not on the ledger",
                            waiting.statements(),
                            "audience",
                            audience)
                    .at(
                            "statements_unacknowledged_oldest_timestamp_seconds",
                            "When the oldest of them was accepted",
                            waiting.oldest(),
                            "audience",
                            audience);
        }
        vitals.troubles()
                .forEach(trouble -> gauges.at(
                        "stream_held_up_timestamp_seconds",
                        "Since when an own stream is held up, by code",
                        trouble.since(),
                        "audience",
                        trouble.audience().value(),
                        "code",
                        trouble.code()));
    }

    private static void odd(Gauges gauges, Vitals vitals) {
        for (Vitals.Missing missing : vitals.missing()) {
            gauges.add(
                            "values_missing",
                            "Hashes on the ledger whose bytes have not arrived",
                            missing.values(),
                            "collection",
                            missing.collection())
                    .at(
                            "values_missing_oldest_timestamp_seconds",
                            "When the first of them was found missing",
                            missing.oldest(),
                            "collection",
                            missing.collection());
        }
        vitals.quarantined()
                .forEach(quarantined -> gauges.add(
                        "values_quarantined",
                        "Values that failed a check and are never acted on",
                        quarantined.values(),
                        "collection",
                        quarantined.collection()));
        vitals.withoutEffect()
                .forEach(without -> gauges.add(
                        "statements_without_effect",
                        "Statements on the ledger without effect, by how they stand",
                        without.statements(),
                        "author",
                        without.stream().author().value(),
                        "audience",
                        without.stream().audience().value(),
                        "standing",
                        without.standing().name()));
        vitals.incidents()
                .forEach(incident -> gauges.add(
                        "ledger_incidents",
                        "What was odd in blocks, by code",
                        incident.times(),
                        "code",
                        incident.code()));
    }
}
