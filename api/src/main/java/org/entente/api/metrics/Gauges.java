package org.entente.api.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.model.member.MemberId;

/** Collects gauges of one member: each carries its code, so that rules hold for whoever watches more than one. */
final class Gauges {
    private final MemberId member;
    private final Map<String, GaugeSnapshot.Builder> gauges = new LinkedHashMap<>();

    Gauges(MemberId member) {
        this.member = member;
    }

    /**
     * Adds a value.
     *
     * @param name without the prefix
     * @param help what it means
     * @param value the value
     * @param labels name and value in turn
     */
    Gauges add(String name, String help, long value, String... labels) {
        gauges.computeIfAbsent(
                        name,
                        key -> GaugeSnapshot.builder().name("entente_" + key).help(help))
                .dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                        .value((double) value)
                        .labels(Labels.of("member", member.value()).merge(Labels.of(labels)))
                        .build());
        return this;
    }

    /** Adds a time: ages grow by themselves while nothing is asked, so rules make them. */
    Gauges at(String name, String help, Instant at, String... labels) {
        return add(name, help, at.getEpochSecond(), labels);
    }

    MetricSnapshots snapshots() {
        return new MetricSnapshots(
                gauges.values().stream().map(GaugeSnapshot.Builder::build).toArray(MetricSnapshot[]::new));
    }
}
