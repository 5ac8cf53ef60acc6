package org.entente.fabric.material;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.file.WholeFiles;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.msp.MspFolder;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.fabric.layout.MemberLayout;
import org.entente.fabric.layout.NodeLayout;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NodeHosts;

/**
 * Makes a member's authority and the keys and certificates of its nodes, each once. Identities and TLS come from two roots.
 * An agency whose own authority issues certificates puts them into the same places, and nothing is made there.
 */
public final class MemberMaterial {
    private static final Duration ROOT = Duration.ofDays(3_650);

    /** An administration is older than its network: it may show credentials that it signed before, and that have expired. */
    private static final Duration EARLIER = Duration.ofDays(730);

    private static final Duration NODE = Duration.ofDays(825);
    private static final Duration SLACK = Duration.ofHours(1);
    private static final int PASSWORD_BYTES = 32;

    private final NetworkMember member;
    private final MemberLayout layout;

    /**
     * A member's material.
     *
     * @param member who
     * @param layout where
     */
    public MemberMaterial(NetworkMember member, MemberLayout layout) {
        this.member = member;
        this.layout = layout;
    }

    /**
     * Makes what is missing. What is there stays as it is.
     *
     * @param now certificates begin an hour before it, since clocks differ
     */
    public void make(Instant now) {
        folder(layout.folder());
        Instant begin = now.minus(SLACK);
        if (!Files.exists(layout.authority())) {
            AgencyCa.create(member.id(), new Validity(begin.minus(EARLIER), begin.plus(ROOT)))
                    .save(layout.authority(), password());
        }
        AgencyCa authority = AgencyCa.open(layout.authority(), password());
        if (!Files.exists(layout.msp())) {
            MspFolder.ofMember(authority).write(layout.msp());
        }
        Validity validity = Validity.from(begin, NODE);
        node(authority, "peer", NodeRole.PEER, validity);
        if (member.orders()) {
            node(authority, "orderer", NodeRole.ORDERER, validity);
        }
        node(authority, "admin", NodeRole.ADMIN, validity);
        node(authority, "client", NodeRole.CLIENT, validity);
        // The contract's service has no identity of its own on the network: it answers one peer, over TLS.
        tls(authority, "chaincode", validity);
        // Nor has the API's database, where it is a container of its own.
        tls(authority, "database", validity);
    }

    private void node(AgencyCa authority, String name, NodeRole role, Validity validity) {
        NodeLayout node = layout.node(name);
        folder(node.folder());
        if (!Files.exists(node.msp())) {
            CertifiedKey own = authority.issue(role, name + "." + member.id(), validity);
            MspFolder.ofNode(authority, own).write(node.msp());
        }
        tls(authority, name, validity);
    }

    private void tls(AgencyCa authority, String name, Validity validity) {
        NodeLayout node = layout.node(name);
        folder(node.folder());
        Path folder = node.tlsCertificate().resolveSibling(".").normalize();
        if (Files.exists(folder)) {
            return;
        }
        CertifiedKey key = authority.issueTls(name + "." + member.id(), hosts(name), validity);
        WholeFiles.createFolder(folder, WholeFiles.Readers.OWNER, draft -> {
            WholeFiles.write(
                    draft.resolve(node.tlsCertificate().getFileName()),
                    Certificates.pem(key.certificate()),
                    WholeFiles.Readers.EVERYBODY);
            WholeFiles.write(
                    draft.resolve(node.tlsRoot().getFileName()),
                    Certificates.pem(authority.tlsRoot()),
                    WholeFiles.Readers.EVERYBODY);
            WholeFiles.write(
                    draft.resolve(node.tlsKey().getFileName()), key.key().privateKeyPem(), WholeFiles.Readers.OWNER);
        });
    }

    /** A node is reached by its host from elsewhere, by the loopback names from its own machine, and by its own name there. */
    private List<String> hosts(String name) {
        return List.of(member.host(), "localhost", "127.0.0.1", NodeHosts.CONTAINERS.of(member, name)).stream()
                .distinct()
                .toList();
    }

    private char[] password() {
        Path file = layout.authorityPassword();
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            WholeFiles.write(
                    file,
                    HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII),
                    WholeFiles.Readers.OWNER);
        }
        return new String(WholeFiles.read(file), StandardCharsets.US_ASCII).toCharArray();
    }

    private static void folder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
