package org.entente.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.model.member.MemberId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads from a folder how to reach the network that another process runs in it. */
final class ChildEndpoint {
    private ChildEndpoint() {}

    static Endpoint read(Path folder, MemberId member) throws IOException {
        JsonNode entry = JsonMapper.builder()
                .build()
                .readTree(Files.readAllBytes(folder.resolve("endpoints.json")))
                .path("members")
                .path(member.value());
        return new Endpoint(
                member,
                entry.path("host").asString(),
                entry.path("port").asInt(),
                Files.readString(folder.resolve(entry.path("tlsRoot").asString())),
                Files.readString(folder.resolve(entry.path("clientCertificate").asString())),
                Files.readString(folder.resolve(entry.path("clientKey").asString())));
    }
}
