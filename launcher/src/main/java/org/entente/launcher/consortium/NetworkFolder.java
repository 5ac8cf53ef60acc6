package org.entente.launcher.consortium;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.file.WholeFiles;
import org.entente.certs.key.CertifiedKey;
import org.entente.embedded.Endpoint;
import org.entente.embedded.folder.MemberFolder;
import org.entente.model.member.MemberId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An embedded network that runs in another process on this machine, seen through its folder.
 *
 * @param folder where it stands; its {@code endpoints.json} was written once it served
 */
public record NetworkFolder(Path folder) implements NetworkView {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonNode endpoints() {
        return JSON.readTree(WholeFiles.read(folder.resolve("endpoints.json"))).path("members");
    }

    @Override
    public List<MemberId> members() {
        return endpoints().propertyNames().stream().map(MemberId::new).toList();
    }

    @Override
    public Endpoint endpoint(MemberId member) {
        JsonNode own = endpoints().path(member.value());
        return new Endpoint(
                member,
                own.path("host").asString(),
                own.path("port").asInt(),
                text(own.path("tlsRoot").asString()),
                text(own.path("clientCertificate").asString()),
                text(own.path("clientKey").asString()));
    }

    private String text(String file) {
        return new String(WholeFiles.read(folder.resolve(file)), StandardCharsets.US_ASCII);
    }

    @Override
    public X509Certificate root(MemberId member) {
        return member(member).root();
    }

    private MemberFolder member(MemberId member) {
        return MemberFolder.open(folder.resolve(member.value()), member, "localhost", Instant.now());
    }

    @Override
    public AgencyCa authority(MemberId member) {
        return member(member).authority();
    }

    @Override
    public CertifiedKey administrator(MemberId member) {
        return EmbeddedView.administrator(authority(member), member);
    }

    @Override
    public Optional<CertifiedKey> client(MemberId member) {
        return Optional.empty();
    }

    @Override
    public List<Path> holdings(MemberId member) {
        return List.of(folder.resolve(member.value()), folder.resolve("ledger"));
    }
}
