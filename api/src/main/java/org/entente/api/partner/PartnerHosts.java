package org.entente.api.partner;

import java.net.URI;
import java.util.Optional;
import org.entente.api.node.NodeTrust;
import org.entente.certs.credential.did.DidWeb;
import org.entente.model.member.MemberId;
import org.entente.model.trust.TrustedIssuer;
import org.springframework.stereotype.Component;

/** Whose host an address is on, by the ledger's registry: nobody else's is ever called. */
@Component
class PartnerHosts {
    private final NodeTrust trust;
    private final MemberId self;

    PartnerHosts(NodeTrust trust, MemberId self) {
        this.trust = trust;
        this.self = self;
    }

    /** The partner on whose host an https address is; empty for this member's own. */
    Optional<TrustedIssuer> of(String address) {
        try {
            URI uri = URI.create(address);
            return "https".equals(uri.getScheme()) && uri.getRawAuthority() != null
                    ? trust.now()
                            .memberOf(DidWeb.of(uri.getRawAuthority()))
                            .filter(member -> !member.equals(self))
                            .flatMap(this::of)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<TrustedIssuer> of(MemberId member) {
        return trust.now().of(member).issuer();
    }
}
