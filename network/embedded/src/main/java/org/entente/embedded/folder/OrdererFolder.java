package org.entente.embedded.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.model.member.MemberId;

/** The one orderer's key. It belongs to no administration: {@code ZZ} is free for such use in ISO 3166-1. */
public final class OrdererFolder {
    /** Whose identity the orderer has. */
    public static final MemberId OPERATOR = new MemberId("ZZ");

    private static final Duration LENGTH = Duration.ofDays(3650);

    private OrdererFolder() {}

    /**
     * Opens the key and makes it at the first start.
     *
     * @param folder its folder; the parent exists
     * @param now when its certificate begins
     * @return key and certificate
     */
    public static CertifiedKey open(Path folder, Instant now) {
        if (!Files.isDirectory(folder)) {
            Validity validity = Validity.from(now.minus(Duration.ofHours(1)), LENGTH);
            AgencyCa authority = AgencyCa.create(OPERATOR, validity);
            NodeFiles.write(folder, authority.issue(NodeRole.ORDERER, "orderer", validity));
        }
        return NodeFiles.read(folder);
    }
}
