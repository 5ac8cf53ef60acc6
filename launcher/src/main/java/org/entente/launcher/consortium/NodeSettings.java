package org.entente.launcher.consortium;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.entente.certs.file.WholeFiles;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.Pkcs12KeyStore;
import org.entente.certs.key.SoftwareKey;
import org.entente.certs.statement.StatementSignatures;
import org.entente.certs.x509.Certificates;
import org.entente.client.MemberNodeConfig;
import org.entente.client.database.DatabaseSettings;
import org.entente.client.dispatch.DispatchSettings;
import org.entente.client.ledger.ChannelNames;
import org.entente.client.ledger.ClientIdentity;
import org.entente.client.ledger.Deadlines;
import org.entente.client.ledger.PeerEndpoint;
import org.entente.model.member.MemberId;
import org.entente.model.shipped.ShippedRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that one instance of a member is started with, as a file that only its owner reads: so that an instance can
 * run as a process of its own, and no secret stands on a command line.
 *
 * @param member whose
 * @param host the peer's host
 * @param port the peer's port
 * @param tlsRoot certificate file of the peer's TLS root, PEM
 * @param keyStore the node's key for transactions, PKCS#12
 * @param statementKeyStore the member's key for batches, PKCS#12
 * @param credentialKeyStore the member's P-256 key for credentials, PKCS#12
 * @param ed25519KeyStore the member's Ed25519 key for credentials, PKCS#12
 * @param redeliveryKeyStore the member's TLS key for re-delivery, PKCS#12
 * @param keyPassword opens all five
 * @param idSecret for statement ids, hex digits
 * @param database the member's own
 */
public record NodeSettings(
        MemberId member,
        String host,
        int port,
        Path tlsRoot,
        Path keyStore,
        Path statementKeyStore,
        Path credentialKeyStore,
        Path ed25519KeyStore,
        Path redeliveryKeyStore,
        String keyPassword,
        String idSecret,
        MemberDatabase database) {
    /** Channel and chaincode of every Entente network. */
    public static final ChannelNames NAMES = new ChannelNames("entente", "entente");

    private static final int POOL = 8;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Writes the file.
     *
     * @param file written whole or not at all
     */
    void write(Path file) {
        ObjectNode node = JSON.createObjectNode();
        node.put("member", member.value());
        node.put("host", host);
        node.put("port", port);
        node.put("tlsRoot", tlsRoot.toString());
        node.put("keyStore", keyStore.toString());
        node.put("statementKeyStore", statementKeyStore.toString());
        node.put("credentialKeyStore", credentialKeyStore.toString());
        node.put("ed25519KeyStore", ed25519KeyStore.toString());
        node.put("redeliveryKeyStore", redeliveryKeyStore.toString());
        node.put("keyPassword", keyPassword);
        node.put("idSecret", idSecret);
        node.put("databaseUrl", database.url());
        node.put("databaseRole", database.role());
        node.put("databasePassword", database.password());
        WholeFiles.write(
                file, (node.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8), WholeFiles.Readers.OWNER);
    }

    /**
     * Reads a file that a consortium wrote: {@code node.json} in the member's folder.
     *
     * @param file the file
     * @return the settings
     * @throws org.entente.certs.file.FileFaultException if there is no such file
     */
    public static NodeSettings read(Path file) {
        JsonNode node = JSON.readTree(WholeFiles.read(file));
        return new NodeSettings(
                new MemberId(node.path("member").asString()),
                node.path("host").asString(),
                node.path("port").asInt(),
                Path.of(node.path("tlsRoot").asString()),
                Path.of(node.path("keyStore").asString()),
                Path.of(node.path("statementKeyStore").asString()),
                Path.of(node.path("credentialKeyStore").asString()),
                Path.of(node.path("ed25519KeyStore").asString()),
                Path.of(node.path("redeliveryKeyStore").asString()),
                node.path("keyPassword").asString(),
                node.path("idSecret").asString(),
                new MemberDatabase(
                        node.path("databaseUrl").asString(),
                        node.path("databaseRole").asString(),
                        node.path("databasePassword").asString()));
    }

    /**
     * What an instance is started with.
     *
     * @return settings with standard deadlines and batches; any number of instances may use them
     */
    public MemberNodeConfig config() {
        CertifiedKey node = Pkcs12KeyStore.open(keyStore, keyPassword.toCharArray());
        SoftwareKey statements = statementKey().key();
        return new MemberNodeConfig(
                ClientIdentity.of(
                        member, Certificates.pem(node.certificate()), node.key().privateKey()),
                NAMES,
                endpoint(),
                StatementSignatures.signer(statements),
                StatementSignatures.check(),
                ShippedRules.BOOK,
                new DatabaseSettings.Jdbc(database.url(), database.role(), database.password(), POOL),
                Clock.systemUTC(),
                Deadlines.STANDARD,
                DispatchSettings.STANDARD,
                new SecureRandom(),
                HexFormat.of().parseHex(idSecret),
                List.of(),
                Optional.empty());
    }

    /**
     * The member's key for batches.
     *
     * @return key and certificate
     */
    public CertifiedKey statementKey() {
        return Pkcs12KeyStore.open(statementKeyStore, keyPassword.toCharArray());
    }

    /**
     * The member's P-256 key for credentials and seals.
     *
     * @return key and certificate
     */
    public CertifiedKey credentialKey() {
        return Pkcs12KeyStore.open(credentialKeyStore, keyPassword.toCharArray());
    }

    /**
     * The member's Ed25519 key for credentials.
     *
     * @return key and certificate
     */
    public CertifiedKey ed25519Key() {
        return Pkcs12KeyStore.open(ed25519KeyStore, keyPassword.toCharArray());
    }

    PeerEndpoint endpoint() {
        return new PeerEndpoint(host, port, WholeFiles.read(tlsRoot), Optional.empty());
    }

    @Override
    public String toString() {
        return "NodeSettings[" + member + " at " + host + ":" + port + ", " + database + "]";
    }
}
