package org.entente.launcher.service;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.entente.launcher.consortium.NodeSettings;
import org.entente.model.member.MemberId;

/**
 * Where the administrations ask each other for bytes that gossip lost. Nobody else connects there, and each is told of the
 * others at every start: so the ports are any, other than those that people open.
 *
 * @param ports of each administration's service
 * @param nodes the members' settings: they say where the TLS roots are
 */
record Redeliveries(Map<MemberId, Integer> ports, Map<MemberId, NodeSettings> nodes) {
    private static final String HOST = "127.0.0.1";

    /** Keeps unmodifiable copies. */
    Redeliveries {
        ports = Map.copyOf(ports);
        nodes = Map.copyOf(nodes);
    }

    static Redeliveries of(Ports taken, Map<MemberId, NodeSettings> nodes) {
        Map<MemberId, Integer> own = new TreeMap<>();
        nodes.keySet().forEach(member -> own.put(member, Ports.another(taken, own.values())));
        return new Redeliveries(own, nodes);
    }

    void addTo(Properties all, NodeSettings own) {
        all.setProperty("entente.redelivery.host", HOST);
        all.setProperty("entente.redelivery.port", port(own.member()));
        all.setProperty("entente.redelivery.key-store", own.redeliveryKeyStore().toString());
        all.setProperty("entente.redelivery.key-password", own.keyPassword());
        nodes.forEach((member, partner) -> {
            if (!member.equals(own.member())) {
                String name = "entente.redelivery.partners." + member + ".";
                all.setProperty(name + "host", HOST);
                all.setProperty(name + "port", port(member));
                all.setProperty(name + "tls-root", partner.tlsRoot().toString());
            }
        });
    }

    private String port(MemberId member) {
        return Integer.toString(java.util.Objects.requireNonNull(ports.get(member)));
    }
}
