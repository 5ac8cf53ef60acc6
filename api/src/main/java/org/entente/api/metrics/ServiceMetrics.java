package org.entente.api.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import org.entente.api.settings.InstanceSettings;
import org.entente.model.member.MemberId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for people or for other people's systems, read from the member's database at each question. */
@Component
class ServiceMetrics implements MultiCollector {
    private final MemberId self;
    private final JdbcClient database;

    ServiceMetrics(InstanceSettings settings, JdbcClient database) {
        this.self = settings.member();
        this.database = database;
    }

    /**
     * How many of something wait.
     *
     * @param count how many
     * @param oldest when the first of them was made; the epoch if there is none
     */
    private record Queue(long count, Instant oldest) {}

    @Override
    public MetricSnapshots collect() {
        Gauges gauges = new Gauges(self);
        try {
            Queue decisions = queue(
                    "select count(*), min(decided_at) from api.provisional_decision where state = 'OPEN' and closed_at is null");
            Queue messages = queue("select count(*), min(made_at) from api.webhook_delivery where state = 'WAITING'");
            gauges.add("provisional_open", "Provisional decisions that are not settled", decisions.count())
                    .add(
                            "webhook_messages_waiting",
                            "Messages to other systems that have not arrived",
                            messages.count());
            if (decisions.count() > 0) {
                gauges.at(
                        "provisional_open_oldest_timestamp_seconds",
                        "When the oldest of them was taken",
                        decisions.oldest());
            }
        } catch (DataAccessException e) {
            // entente_database_up tells it.
            return new MetricSnapshots();
        }
        return gauges.snapshots();
    }

    private Queue queue(String sql) {
        return database.sql(sql)
                .query((row, number) -> new Queue(
                        row.getLong(1),
                        row.getTimestamp(2) == null
                                ? Instant.EPOCH
                                : row.getTimestamp(2).toInstant()))
                .single();
    }
}
