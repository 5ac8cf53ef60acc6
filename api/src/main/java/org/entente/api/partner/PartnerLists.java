package org.entente.api.partner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.entente.api.node.NodeTrust;
import org.entente.api.outbound.Outbound;
import org.entente.api.outbound.OutboundOutcome;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.verify.ListProof;
import org.entente.certs.credential.verify.VerifyPolicy;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedIssuer;
import org.springframework.stereotype.Component;

/**
 * Partners' status lists. What was fetched is proven, then kept for all instances; a copy serves as long as its issuer says,
 * however long the issuer is down. Of the instances one fetches, and others wait only if there is no copy to use.
 */
@Component
public class PartnerLists {
    private static final String TYPE = "application/vc+jwt";
    private static final Duration TURN = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final ListShelf shelf;
    private final PartnerHosts hosts;
    private final NodeTrust trust;
    private final Outbound outbound;
    private final InstantSource clock;

    PartnerLists(ListShelf shelf, PartnerHosts hosts, NodeTrust trust, Outbound outbound, InstantSource clock) {
        this.shelf = shelf;
        this.hosts = hosts;
        this.trust = trust;
        this.outbound = outbound;
        this.clock = clock;
    }

    /**
     * The newest copy of a list. Its use is noted, so that it is refreshed by itself from then on.
     *
     * @param address as a proven credential names it
     * @param known the trust of the check
     * @param mayFetch whether the partner may be asked now; otherwise it will be soon, by {@link ListRefresh}
     * @return the copy, fresh or not; empty if there is none, or the address is on no partner's host
     */
    public Optional<KeptList> newest(String address, Trust known, boolean mayFetch) {
        Optional<TrustedIssuer> issuer = hosts.of(address, known);
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        ListShelf.Place place = shelf.find(address);
        if (!place.isNoted(now)) {
            shelf.noteUse(address, issuer.get().did(), now);
        }
        Optional<KeptList> kept = place.kept();
        if (!mayFetch || kept.filter(list -> list.isFresh(now)).isPresent()) {
            return kept;
        }
        if (!refresh(address, kept) && kept.filter(list -> list.mayServe(now)).isEmpty()) {
            awaitOthers(address);
        }
        return shelf.find(address).kept();
    }

    private void awaitOthers(String address) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (shelf.find(address).beingFetched() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Fetches a list if nobody else does; false otherwise. */
    boolean refresh(String address, Optional<KeptList> seen) {
        Optional<TrustedIssuer> issuer = hosts.of(address, trust.now());
        Optional<ListShelf.Turn> turn = issuer.flatMap(each -> shelf.takeTurn(address, seen, TURN));
        if (turn.isEmpty()) {
            return false;
        }
        switch (outbound.get(address, TYPE, SecuredCredential.MAX_BYTES)) {
            case OutboundOutcome.Failed(var fault, var detail) -> shelf.fail(turn.get(), fault + " " + detail);
            case OutboundOutcome.Answered(int status, byte[] bytes) -> take(turn.get(), issuer.orElseThrow(), bytes);
        }
        return true;
    }

    private void take(ListShelf.Turn turn, TrustedIssuer issuer, byte[] bytes) {
        Instant now = clock.instant();
        switch (ListProof.prove(bytes, trust.now(), VerifyPolicy.STANDARD, issuer, now)) {
            case ListProof.Doubted(var doubts) ->
                shelf.fail(turn, doubts.getFirst().code().name());
            case ListProof.Proven(var list, var until) -> {
                if (!list.id().equals(turn.address())) {
                    shelf.fail(turn, "another list");
                } else if (!shelf.keep(turn, KeptList.of(bytes, list, now))) {
                    shelf.fail(turn, "an older list");
                }
            }
        }
    }
}
