package org.entente.embedded;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.certs.file.WholeFiles;
import org.entente.embedded.channel.Channel;
import org.entente.model.member.MemberId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code endpoints.json}: how to reach each member's peer. Written once all of them serve, and read at the next start to
 * serve on the same ports. It names the members' key files by path and holds no key.
 */
final class EndpointsFile {
    private static final String NAME = "endpoints.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EndpointsFile() {}

    static Map<MemberId, Integer> ports(Path folder) {
        Path file = folder.resolve(NAME);
        Map<MemberId, Integer> ports = new HashMap<>();
        if (Files.exists(file)) {
            try {
                JsonNode members = JSON.readTree(WholeFiles.read(file)).path("members");
                members.properties()
                        .forEach(entry -> ports.put(
                                new MemberId(entry.getKey()),
                                entry.getValue().path("port").asInt()));
            } catch (JacksonException e) {
                throw new IllegalStateException(file + " cannot be read: delete it to get new ports", e);
            }
        }
        return ports;
    }

    static void write(Path folder, Channel channel, List<Endpoint> endpoints) {
        ObjectNode document = JSON.createObjectNode();
        document.put("network", "embedded, one machine");
        document.put("channel", channel.name());
        document.put("chaincode", channel.chaincode());
        ObjectNode members = document.putObject("members");
        endpoints.forEach(endpoint -> members.putObject(endpoint.member().value())
                .put("mspId", endpoint.member().value())
                .put("host", endpoint.host())
                .put("port", endpoint.port())
                .put("tlsRoot", endpoint.member() + "/ca/tlsca.pem")
                .put("clientCertificate", endpoint.member() + "/client/cert.pem")
                .put("clientKey", endpoint.member() + "/client/key.pem"));
        WholeFiles.write(
                folder.resolve(NAME),
                (document.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8),
                WholeFiles.Readers.EVERYBODY);
    }
}
