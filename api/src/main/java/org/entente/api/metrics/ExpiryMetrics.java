package org.entente.api.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.api.node.Registry;
import org.entente.api.settings.InstanceSettings;
import org.entente.certs.file.WholeFiles;
import org.entente.certs.key.Pkcs12KeyStore;
import org.entente.certs.x509.Certificates;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Until when certificates and keys count: those that this instance was started with, and every member's published keys. A
 * partner whose keys run out is everybody's trouble.
 */
@Component
class ExpiryMetrics implements MultiCollector {
    private final MemberId self;
    private final Registry registry;
    private final Map<String, Instant> certificates = new LinkedHashMap<>();

    ExpiryMetrics(InstanceSettings settings, Registry registry) {
        this.self = settings.member();
        this.registry = registry;
        InstanceSettings.Node node = settings.node();
        ends("node", node.identity().open(node.keyPassword().toCharArray()).certificate());
        written("peer-tls-root", node.tlsRoot());
        settings.redelivery().ifPresent(redelivery -> {
            ends(
                    "redelivery",
                    Pkcs12KeyStore.open(
                                    redelivery.keyStore(),
                                    redelivery.keyPassword().toCharArray())
                            .certificate());
            redelivery
                    .partners()
                    .forEach((member, partner) -> written("redelivery-tls-root-" + member.value(), partner.tlsRoot()));
        });
    }

    private void written(String use, Path file) {
        Certificates.parsePem(WholeFiles.read(file)).ifPresent(certificate -> ends(use, certificate));
    }

    private void ends(String use, X509Certificate certificate) {
        certificates.put(use, certificate.getNotAfter().toInstant());
    }

    @Override
    public MetricSnapshots collect() {
        Gauges gauges = new Gauges(self);
        certificates.forEach((use, end) -> gauges.at(
                "certificate_not_after_timestamp_seconds",
                "Last moment of a certificate that this instance was started with",
                end,
                "use",
                use));
        try {
            published()
                    .forEach(keys -> keys.keys()
                            .forEach(key -> key.validUntil()
                                    .ifPresent(end -> gauges.at(
                                            "key_valid_until_timestamp_seconds",
                                            "First moment at which a member's published key no longer counts",
                                            end,
                                            "owner",
                                            keys.member().value(),
                                            "key_id",
                                            key.keyId()))));
        } catch (DataAccessException e) {
            // entente_database_up tells it.
            return gauges.snapshots();
        }
        return gauges.snapshots();
    }

    private List<MemberKeys> published() {
        return registry.ask(known -> known.members().stream()
                .flatMap(member -> known.keys(member, Registry.NOW).stream())
                .toList());
    }
}
