package org.entente.launcher.consortium;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.key.CertifiedKey;
import org.entente.embedded.Endpoint;
import org.entente.model.member.MemberId;

/** What stands around a network: the embedded one, in this process or another, or a real one on this machine. */
public interface NetworkView {
    /**
     * All members.
     *
     * @return in the order in which they were named
     */
    List<MemberId> members();

    /**
     * Where a member's peer is reached.
     *
     * @param member a member
     * @return its endpoint
     */
    Endpoint endpoint(MemberId member);

    /**
     * A member's authority; its key files are slow to open on purpose.
     *
     * @param member a member
     * @return its authority
     */
    AgencyCa authority(MemberId member);

    /**
     * The root of a member's identities; needs no key.
     *
     * @param member a member
     * @return a CA certificate
     */
    X509Certificate root(MemberId member);

    /**
     * A member's administrator, who changes public state in the member's name.
     *
     * @param member a member
     * @return key and certificate
     */
    CertifiedKey administrator(MemberId member);

    /**
     * The identity that the network made for the member's node.
     *
     * @param member a member
     * @return key and certificate; empty if the member's authority is to be asked for one
     */
    Optional<CertifiedKey> client(MemberId member);

    /**
     * What a member's own nodes keep on this machine.
     *
     * @param member a member
     * @return files and folders
     */
    List<Path> holdings(MemberId member);
}
