package org.entente.api.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.entente.api.settings.InstanceSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.micrometer.metrics.autoconfigure.MeterRegistryCustomizer;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Opens {@code /metrics} on an address of its own, if the settings name one: never on the address that callers reach, since
 * how much two administrations say to each other is not for everybody.
 */
@Configuration(proxyBeanMethods = false)
class MetricsDoor {
    @Bean
    MeterRegistryCustomizer<MeterRegistry> memberOnEachMeter(InstanceSettings settings) {
        return registry ->
                registry.config().commonTags("member", settings.member().value());
    }

    @Bean
    Serving metricsServing(InstanceSettings settings, PrometheusRegistry registry, List<MultiCollector> collectors) {
        collectors.forEach(registry::register);
        return new Serving(settings.metrics(), registry);
    }

    /** Serves while the instance runs. */
    static final class Serving implements SmartLifecycle {
        private final Optional<InstanceSettings.Metrics> settings;
        private final PrometheusRegistry registry;
        private @Nullable HTTPServer server;

        Serving(Optional<InstanceSettings.Metrics> settings, PrometheusRegistry registry) {
            this.settings = settings;
            this.registry = registry;
        }

        @Override
        public synchronized void start() {
            settings.ifPresent(address -> {
                try {
                    server = HTTPServer.builder()
                            .hostname(address.host())
                            .port(address.port())
                            .registry(registry)
                            .executorService(Executors.newVirtualThreadPerTaskExecutor())
                            .buildAndStart();
                } catch (IOException e) {
                    throw new UncheckedIOException(
                            "entente.metrics: " + address.host() + ":" + address.port() + " cannot be listened at", e);
                }
            });
        }

        @Override
        public synchronized void stop() {
            if (server != null) {
                server.close();
                server = null;
            }
        }

        @Override
        public synchronized boolean isRunning() {
            return server != null;
        }
    }
}
