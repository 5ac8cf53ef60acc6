package org.entente.api.node;

import java.time.Instant;
import java.util.Optional;
import org.entente.certs.credential.trust.LedgerTrust;
import org.entente.client.MemberNode;
import org.entente.client.show.Followed;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedIssuer;
import org.springframework.stereotype.Component;

/** Whom this member trusts to issue certificates: what the ledger's registry says, as far as it was followed. */
@Component
public class NodeTrust {
    private final MemberNode node;
    private final Registry registry;
    private final RuleSets ruleSets;
    private volatile Known known = new Known(new Followed(0, Optional.empty()), Trust.NOBODY);

    private record Known(Followed followed, Trust trust) {}

    NodeTrust(MemberNode node, Registry registry, RuleSets ruleSets) {
        this.node = node;
        this.registry = registry;
        this.ruleSets = ruleSets;
    }

    /**
     * The trust of this moment. The same object is given until the ledger grows.
     *
     * @return with its position and the time of its last block; {@link Trust#NOBODY} before the first block
     */
    public Trust now() {
        Followed followed = node.shown().followed();
        Known last = known;
        if (last.followed().equals(followed) || followed.receivedAt().isEmpty()) {
            return last.trust();
        }
        Instant time = followed.receivedAt().get();
        Position end = new Position(followed.nextBlock(), 0, 0);
        Trust trust = registry.ask(members -> new LedgerTrust(members, ruleSets).at(end, time));
        known = new Known(followed, trust);
        return trust;
    }

    /**
     * This member as the ledger names it.
     *
     * @param self this member
     * @return as an issuer; empty until it is admitted, or if another member has its DID
     */
    public Optional<TrustedIssuer> issuer(MemberId self) {
        return now().of(self).issuer();
    }
}
