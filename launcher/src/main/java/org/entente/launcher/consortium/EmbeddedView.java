package org.entente.launcher.consortium;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.embedded.EmbeddedNetwork;
import org.entente.embedded.Endpoint;
import org.entente.model.member.MemberId;

/**
 * An embedded network that runs in this process.
 *
 * @param network running
 */
record EmbeddedView(EmbeddedNetwork network) implements NetworkView {
    @Override
    public List<MemberId> members() {
        return network.members();
    }

    @Override
    public Endpoint endpoint(MemberId member) {
        return network.endpoint(member);
    }

    @Override
    public AgencyCa authority(MemberId member) {
        return network.authority(member);
    }

    @Override
    public X509Certificate root(MemberId member) {
        return network.authority(member).root();
    }

    @Override
    public CertifiedKey administrator(MemberId member) {
        return administrator(network.authority(member), member);
    }

    /** For the founding only. */
    static CertifiedKey administrator(AgencyCa authority, MemberId member) {
        Validity validity = Validity.from(Instant.now().minus(Duration.ofMinutes(5)), Duration.ofHours(1));
        return authority.issue(NodeRole.ADMIN, "admin." + member, validity);
    }

    @Override
    public Optional<CertifiedKey> client(MemberId member) {
        return Optional.empty();
    }

    @Override
    public List<Path> holdings(MemberId member) {
        return List.of();
    }
}
