package org.entente.conformance.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.conformance.chaincode.HostileContract;
import org.entente.conformance.network.Credentials;
import org.entente.conformance.network.Endpoint;
import org.entente.conformance.network.NetworkUnderTest;
import org.entente.embedded.EmbeddedNetwork;
import org.entente.model.member.MemberId;

/** The embedded network in a folder under {@code target}, with everything that the JVM logs in files. */
final class EmbeddedUnderTest implements NetworkUnderTest {
    private static final List<MemberId> MEMBERS =
            List.of(new MemberId("AU"), new MemberId("CN"), new MemberId("ID"), new MemberId("SG"));

    private final Path folder;
    private final Path log;
    private final FileHandler handler;
    private final Map<String, Credentials> issued = new TreeMap<>();
    private EmbeddedNetwork network;

    EmbeddedUnderTest() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            folder = Files.createTempDirectory(target, "embedded-").resolve("network");
            log = folder.resolveSibling("network.log");
            handler = new FileHandler(log.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        handler.setLevel(Level.ALL);
        handler.setFormatter(new SimpleFormatter());
        Logger.getLogger("").addHandler(handler);
        network = start(List.of());
    }

    private EmbeddedNetwork start(List<MemberId> hostile) {
        EmbeddedNetwork.Builder builder = EmbeddedNetwork.builder(folder);
        MEMBERS.forEach(builder::member);
        hostile.forEach(member -> builder.chaincode(member, HostileContract::new));
        return builder.start();
    }

    @Override
    public String label() {
        return "embedded";
    }

    @Override
    public String channel() {
        return "entente";
    }

    @Override
    public String chaincode() {
        return "entente";
    }

    @Override
    public boolean ordersByRaft() {
        return false;
    }

    @Override
    public List<MemberId> members() {
        return MEMBERS;
    }

    @Override
    public Endpoint endpoint(MemberId member) {
        var endpoint = network.endpoint(member);
        return new Endpoint(
                endpoint.host(),
                endpoint.port(),
                endpoint.host(),
                Certificates.parsePem(endpoint.tlsRootPem().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .orElseThrow());
    }

    @Override
    public Credentials client(MemberId member) {
        return issued.computeIfAbsent("client " + member, name -> issue(member, NodeRole.CLIENT));
    }

    @Override
    public Credentials administrator(MemberId member) {
        return issued.computeIfAbsent("admin " + member, name -> issue(member, NodeRole.ADMIN));
    }

    private Credentials issue(MemberId member, NodeRole role) {
        CertifiedKey key = network.authority(member)
                .issue(role, "suite", Validity.from(Instant.now().minus(Duration.ofHours(1)), Duration.ofDays(1)));
        return SuiteIdentities.of(member, key);
    }

    @Override
    public X509Certificate root(MemberId member) {
        return network.authority(member).root();
    }

    @Override
    public boolean canStopPeers() {
        return true;
    }

    @Override
    public void stopPeer(MemberId member) {
        network.stopPeer(member);
    }

    @Override
    public void startPeer(MemberId member) {
        network.startPeer(member);
    }

    @Override
    public void restart() {
        network.close();
        network = start(List.of());
    }

    @Override
    public boolean canReplaceContracts() {
        return true;
    }

    @Override
    public void replaceContract(MemberId member, boolean hostile) {
        network.close();
        network = start(hostile ? List.of(member) : List.of());
    }

    /** The ledger of blocks is one for all members, since every member has every block. */
    @Override
    public List<Path> holdings(MemberId member) {
        return List.of(folder.resolve(member.value()), folder.resolve("ledger"), folder.resolve("orderer"));
    }

    @Override
    public List<Path> logs() {
        handler.flush();
        return List.of(log, Path.of("target", "slf4j.log"));
    }

    @Override
    public void close() {
        network.close();
        Logger.getLogger("").removeHandler(handler);
        handler.close();
    }
}
