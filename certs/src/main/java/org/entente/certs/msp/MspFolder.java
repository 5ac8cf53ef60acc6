package org.entente.certs.msp;

import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.file.FileFaultException;
import org.entente.certs.key.CertifiedKey;
import org.entente.model.member.MemberId;

/**
 * What stands in an MSP folder of Fabric (documentation, "Membership Service Providers"): a member's MSP has roots only, a
 * node's or client's local MSP has its own key and certificate too.
 *
 * @param roots {@code cacerts}, at least one
 * @param tlsRoots {@code tlscacerts}
 * @param revocations {@code crls}
 * @param own {@code signcerts} and {@code keystore}
 */
public record MspFolder(
        List<X509Certificate> roots,
        List<X509Certificate> tlsRoots,
        List<X509CRL> revocations,
        Optional<CertifiedKey> own) {
    /** Copies the lists; refuses an MSP without a root with {@link IllegalArgumentException}. */
    public MspFolder {
        roots = List.copyOf(roots);
        tlsRoots = List.copyOf(tlsRoots);
        revocations = List.copyOf(revocations);
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("an MSP has at least one root certificate");
        }
    }

    /**
     * The MSP of a whole member, as the channel's configuration carries it.
     *
     * @param authority the member's authority
     * @return roots only
     */
    public static MspFolder ofMember(AgencyCa authority) {
        return new MspFolder(List.of(authority.root()), List.of(authority.tlsRoot()), List.of(), Optional.empty());
    }

    /**
     * The local MSP of a node or client.
     *
     * @param authority the member's authority
     * @param own its identity, issued by that authority
     * @return roots and identity
     */
    public static MspFolder ofNode(AgencyCa authority, CertifiedKey own) {
        return new MspFolder(List.of(authority.root()), List.of(authority.tlsRoot()), List.of(), Optional.of(own));
    }

    /**
     * Reads a folder.
     *
     * @param folder the folder
     * @return what stands in it
     * @throws FileFaultException MISSING, DAMAGED (a part cannot be read, the key is not the certificate's, node OUs are not
     *     enabled) or INACCESSIBLE
     */
    public static MspFolder read(Path folder) {
        return new MspFolderReader(folder).read();
    }

    /**
     * Writes a folder, all or nothing. The key is readable by its owner only, and unencrypted, as Fabric wants it.
     *
     * @param folder must not exist; its parent must
     * @throws FileFaultException EXISTS or INACCESSIBLE
     */
    public void write(Path folder) {
        MspFolderWriter.write(folder, this);
    }

    /**
     * The validator that this MSP describes.
     *
     * @param member whose MSP it is
     * @return a validator over its roots and revocation lists
     * @throws IllegalArgumentException as {@link MspValidator#of}
     */
    public MspValidator validator(MemberId member) {
        return MspValidator.of(member, roots, revocations);
    }
}
