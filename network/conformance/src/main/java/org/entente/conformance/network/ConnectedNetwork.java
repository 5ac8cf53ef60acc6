package org.entente.conformance.network;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.client.identity.Identities;

/** A network that somebody else started. */
final class ConnectedNetwork implements NetworkUnderTest {
    private final ConnectionFile file;

    ConnectedNetwork(ConnectionFile file) {
        this.file = file;
    }

    @Override
    public String label() {
        return file.get("label");
    }

    @Override
    public String channel() {
        return file.get("channel");
    }

    @Override
    public String chaincode() {
        return file.get("chaincode");
    }

    @Override
    public boolean ordersByRaft() {
        return file.find("ordering").filter("Raft"::equals).isPresent();
    }

    @Override
    public List<MemberId> members() {
        return file.list("members").stream().map(MemberId::new).toList();
    }

    @Override
    public Endpoint endpoint(MemberId member) {
        String[] address = file.get(member + ".address").split(":", 2);
        return new Endpoint(
                address[0],
                Integer.parseInt(address[1]),
                file.find(member + ".authority").orElse(address[0]),
                certificate(file.path(member + ".tlsRoot")));
    }

    @Override
    public Credentials client(MemberId member) {
        return credentials(member, member + ".client");
    }

    @Override
    public Credentials administrator(MemberId member) {
        return credentials(member, member + ".admin");
    }

    @Override
    public X509Certificate root(MemberId member) {
        return certificate(file.path(member + ".root"));
    }

    @Override
    public boolean canStopPeers() {
        return haveAll(".stop", ".start");
    }

    @Override
    public void stopPeer(MemberId member) {
        file.run(member + ".stop");
    }

    @Override
    public void startPeer(MemberId member) {
        file.run(member + ".start");
    }

    @Override
    public boolean canReplaceContracts() {
        return haveAll(".hostile", ".honest");
    }

    @Override
    public void replaceContract(MemberId member, boolean hostile) {
        file.run(member + (hostile ? ".hostile" : ".honest"));
    }

    @Override
    public void restart() {
        file.run("restart");
    }

    @Override
    public List<Path> holdings(MemberId member) {
        return file.paths(member + ".holdings");
    }

    @Override
    public List<Path> logs() {
        return file.paths("logs");
    }

    @Override
    public void close() {}

    private boolean haveAll(String one, String other) {
        return members().stream()
                .allMatch(member -> file.find(member + one).isPresent()
                        && file.find(member + other).isPresent());
    }

    private Credentials credentials(MemberId member, String name) {
        try (Reader key = Files.newBufferedReader(file.path(name + ".key"), StandardCharsets.US_ASCII)) {
            return new Credentials(
                    member, certificate(file.path(name + ".certificate")), Identities.readPrivateKey(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("no private key: " + name, e);
        }
    }

    private static X509Certificate certificate(Path path) {
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.US_ASCII)) {
            return Identities.readX509Certificate(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("no certificate: " + path, e);
        }
    }
}
