package org.entente.api.partner;

import java.util.Optional;
import org.entente.api.outbound.Outbound;
import org.entente.api.outbound.OutboundOutcome;
import org.entente.certs.credential.did.DidWeb;
import org.entente.certs.credential.link.EncryptedCredential;
import org.entente.model.member.MemberId;
import org.entente.model.trust.Trust;
import org.springframework.stereotype.Component;

/** What the links of partners' certificates lead to: ciphertext. Neither hash nor key of a link is ever sent. */
@Component
public class PartnerLinks {
    private static final int MOST = EncryptedCredential.MAX_PLAIN_BYTES + 1_024;

    private final Outbound outbound;

    PartnerLinks(Outbound outbound) {
        this.outbound = outbound;
    }

    /**
     * Asks a partner.
     *
     * @param member whose host the link names
     * @param trust which names the host
     * @param opaque the address in the link
     * @return ciphertext, or whatever else the partner gave; empty if it gave nothing
     */
    public Optional<byte[]> behind(MemberId member, Trust trust, String opaque) {
        return trust.of(member)
                .issuer()
                .map(issuer -> DidWeb.address(issuer.did(), "/v1/public/links/" + opaque))
                .flatMap(address -> outbound.get(address, "application/octet-stream", MOST)
                                instanceof OutboundOutcome.Answered(int status, byte[] body)
                        ? Optional.of(body)
                        : Optional.empty());
    }
}
