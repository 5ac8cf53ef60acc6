package org.entente.launcher.consortium;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.file.WholeFiles;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.KeyAlgorithm;
import org.entente.certs.key.Pkcs12KeyStore;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.embedded.Endpoint;
import org.entente.model.member.MemberId;

/** A member's own files beside the network: its keys, made once, and the settings of its instances, made at every start. */
final class MemberFiles {
    private static final Duration LENGTH = Duration.ofDays(700);

    /** Credentials of earlier years can be shown: without this, nothing signed here could have expired yet. */
    private static final Duration CREDENTIALS_BEFORE = Duration.ofDays(500);

    private final MemberId member;
    private final Path folder;

    MemberFiles(MemberId member, Path folder) {
        this.member = member;
        this.folder = folder;
    }

    /** Takes the identity that the network made, in place of one of its own. */
    void adopt(CertifiedKey own) {
        makeFolder();
        if (!Files.exists(nodeKey())) {
            Pkcs12KeyStore.create(nodeKey(), keyPassword(), own);
        }
    }

    private void makeFolder() {
        try {
            Files.createDirectories(folder);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Makes what is missing. */
    void prepare(Supplier<AgencyCa> opening, Instant now) {
        makeFolder();
        Validity validity = Validity.from(now.minus(Duration.ofMinutes(30)), LENGTH);
        char[] password = keyPassword();
        if (Stream.of(
                        nodeKey(),
                        statementKey(),
                        credentialKey(KeyAlgorithm.P256),
                        credentialKey(KeyAlgorithm.ED25519),
                        redeliveryKey())
                .allMatch(Files::exists)) {
            return;
        }
        AgencyCa authority = opening.get();
        if (!Files.exists(nodeKey())) {
            Pkcs12KeyStore.create(nodeKey(), password, authority.issue(NodeRole.CLIENT, "sdk." + member, validity));
        }
        if (!Files.exists(statementKey())) {
            Pkcs12KeyStore.create(
                    statementKey(), password, authority.issue(NodeRole.CLIENT, "statements." + member, validity));
        }
        Validity credentials = new Validity(validity.notBefore().minus(CREDENTIALS_BEFORE), validity.notAfter());
        if (!Files.exists(redeliveryKey())) {
            Pkcs12KeyStore.create(
                    redeliveryKey(),
                    password,
                    authority.issueTls("redelivery." + member, List.of("localhost", "127.0.0.1"), validity));
        }
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            if (!Files.exists(credentialKey(algorithm))) {
                Pkcs12KeyStore.create(
                        credentialKey(algorithm),
                        password,
                        authority.issueCredentialKey("credentials." + member, credentials, algorithm));
            }
        }
    }

    /** Writes the settings for this start: ports and passwords of today. */
    NodeSettings settings(Endpoint endpoint, MemberDatabase database) {
        Path tlsRoot = folder.resolve("tls-root.pem");
        WholeFiles.write(
                tlsRoot, endpoint.tlsRootPem().getBytes(StandardCharsets.US_ASCII), WholeFiles.Readers.EVERYBODY);
        NodeSettings settings = new NodeSettings(
                member,
                endpoint.host(),
                endpoint.port(),
                tlsRoot,
                nodeKey(),
                statementKey(),
                credentialKey(KeyAlgorithm.P256),
                credentialKey(KeyAlgorithm.ED25519),
                redeliveryKey(),
                Secrets.keep(folder.resolve("keys.password")),
                Secrets.keep(folder.resolve("ids.secret")),
                database);
        settings.write(settingsFile());
        return settings;
    }

    Path settingsFile() {
        return folder.resolve("node.json");
    }

    Path databasePassword() {
        return folder.resolve("database.password");
    }

    char[] keyPassword() {
        return Secrets.keep(folder.resolve("keys.password")).toCharArray();
    }

    Path nodeKey() {
        return folder.resolve("node.p12");
    }

    Path statementKey() {
        return folder.resolve("statements.p12");
    }

    /** For TLS with partners. */
    private Path redeliveryKey() {
        return folder.resolve("redelivery.p12");
    }

    /** One for each algorithm that credentials are signed with. */
    Path credentialKey(KeyAlgorithm algorithm) {
        return switch (algorithm) {
            case P256 -> folder.resolve("credentials.p12");
            case ED25519 -> folder.resolve("credentials-ed25519.p12");
        };
    }
}
