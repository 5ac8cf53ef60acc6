package org.entente.embedded.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.file.FileFault;
import org.entente.certs.file.FileFaultException;
import org.entente.certs.file.WholeFiles;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.model.member.MemberId;

/**
 * Everything of one member on this disk: its authority, its peer's and its client's keys, and its private ledger data.
 * Nothing of another member stands in it.
 */
public final class MemberFolder {
    private static final Duration ROOT = Duration.ofDays(3650);
    private static final Duration NODE = Duration.ofDays(1825);
    /** An administration is older than its network: it may show credentials that it signed before, and that have expired. */
    private static final Duration EARLIER = Duration.ofDays(730);

    private static final Duration SLACK = Duration.ofHours(1);

    private final Path folder;

    private MemberFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a member's folder and makes it at the first start, all or nothing.
     *
     * @param folder the member's folder; its parent exists
     * @param member the member
     * @param host the name under which its peer is reached
     * @param now when certificates begin
     * @return the folder
     */
    public static MemberFolder open(Path folder, MemberId member, String host, Instant now) {
        if (!Files.isDirectory(folder)) {
            create(folder, member, host, now);
        }
        return new MemberFolder(folder);
    }

    private static void create(Path folder, MemberId member, String host, Instant now) {
        Instant begin = now.minus(SLACK);
        AgencyCa authority = AgencyCa.create(member, new Validity(begin.minus(EARLIER), begin.plus(ROOT)));
        Validity node = Validity.from(begin, NODE);
        WholeFiles.createFolder(folder, WholeFiles.Readers.OWNER, draft -> {
            authority.save(draft.resolve("ca"), password());
            NodeFiles.write(draft.resolve("peer"), authority.issue(NodeRole.PEER, "peer0." + member, node));
            NodeFiles.write(
                    draft.resolve("tls"),
                    authority.issueTls("peer0." + member, List.of(host, "localhost", "127.0.0.1"), node));
            NodeFiles.write(draft.resolve("client"), authority.issue(NodeRole.CLIENT, "node." + member, node));
        });
    }

    /** The embedded network guards nothing of value: its keys are made by a machine for itself, and readable by its owner. */
    private static char[] password() {
        return "embedded".toCharArray();
    }

    /**
     * The member's authority. Its key files are slow to open on purpose, and running needs the roots only.
     *
     * @return it, with its keys
     */
    public AgencyCa authority() {
        return AgencyCa.open(folder.resolve("ca"), password());
    }

    /**
     * The root of the member's identities.
     *
     * @return a CA certificate
     */
    public X509Certificate root() {
        return certificate("ca.pem");
    }

    /**
     * The root of the member's TLS certificates.
     *
     * @return a CA certificate
     */
    public X509Certificate tlsRoot() {
        return certificate("tlsca.pem");
    }

    private X509Certificate certificate(String name) {
        Path file = folder.resolve("ca").resolve(name);
        return Certificates.parsePem(WholeFiles.read(file))
                .orElseThrow(() -> new FileFaultException(FileFault.DAMAGED, file, "is no certificate"));
    }

    /**
     * The peer's identity.
     *
     * @return key and certificate
     */
    public CertifiedKey peer() {
        return NodeFiles.read(folder.resolve("peer"));
    }

    /**
     * The peer's TLS key.
     *
     * @return key and certificate
     */
    public CertifiedKey tls() {
        return NodeFiles.read(folder.resolve("tls"));
    }

    /**
     * The client's identity.
     *
     * @return key and certificate
     */
    public CertifiedKey client() {
        return NodeFiles.read(folder.resolve("client"));
    }

    /**
     * A file of the member's private ledger data.
     *
     * @param name the file's name
     * @return where it is
     */
    public Path ledgerFile(String name) {
        return folder.resolve("ledger").resolve(name);
    }
}
