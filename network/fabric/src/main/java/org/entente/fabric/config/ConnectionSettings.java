package org.entente.fabric.config;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.entente.certs.file.WholeFiles;
import org.entente.fabric.layout.NodeLayout;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;

/**
 * How the member's API reaches the member's own peer, as settings that its settings file imports ({@code api/README.md}):
 * whom it meets there, by which TLS root it knows that, and as whom it comes.
 */
public final class ConnectionSettings {
    private ConnectionSettings() {}

    /**
     * Writes the member's file.
     *
     * @param plan the network
     * @param member one of its members
     * @param around its files, as its API sees them, and its peer
     * @param file where, as this process sees it
     */
    public static void write(NetworkPlan plan, NetworkMember member, Surroundings around, Path file) {
        NodeLayout client = around.files().node("client");
        Map<String, String> settings = new TreeMap<>(Map.of(
                "entente.member", member.id().value(),
                "entente.node.host", around.hosts().of(member, "peer"),
                "entente.node.port", Integer.toString(member.peerPort()),
                "entente.node.tls-root", client.tlsRoot().toString(),
                "entente.node.msp", client.msp().toString(),
                "entente.node.channel", plan.channel(),
                "entente.node.chaincode", NetworkPlan.CHAINCODE));
        WholeFiles.write(file, text(settings), WholeFiles.Readers.EVERYBODY);
    }

    private static byte[] text(Map<String, String> settings) {
        StringBuilder lines =
                new StringBuilder("# Made from members.yaml: changes here are lost. It holds no secret.\n");
        settings.forEach((name, value) -> lines.append(line(name, value)).append('\n'));
        return lines.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** With the escapes of {@link Properties}, and without the time that it would add. */
    private static String line(String name, String value) {
        Properties one = new Properties();
        one.setProperty(name, value);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            one.store(bytes, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1)
                .lines()
                .filter(each -> !each.startsWith("#"))
                .findFirst()
                .orElseThrow();
    }
}
