package org.entente.api.partner;

import java.net.URI;
import java.util.Optional;
import org.entente.certs.credential.did.DidWeb;
import org.entente.model.member.MemberId;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedIssuer;
import org.springframework.stereotype.Component;

/** Whose host an address is on, by the ledger's registry: nobody else's is ever called. */
@Component
class PartnerHosts {
    private final MemberId self;

    PartnerHosts(MemberId self) {
        this.self = self;
    }

    /** The partner on whose host an https address is; empty for this member's own. */
    Optional<TrustedIssuer> of(String address, Trust trust) {
        try {
            URI uri = URI.create(address);
            return "https".equals(uri.getScheme()) && uri.getRawAuthority() != null
                    ? trust.memberOf(DidWeb.of(uri.getRawAuthority()))
                            .filter(member -> !member.equals(self))
                            .flatMap(member -> trust.of(member).issuer())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
