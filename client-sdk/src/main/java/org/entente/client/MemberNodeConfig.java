package org.entente.client;

import io.grpc.ClientInterceptor;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.entente.client.database.DatabaseSettings;
import org.entente.client.dispatch.DispatchSettings;
import org.entente.client.ledger.ChannelNames;
import org.entente.client.ledger.ClientIdentity;
import org.entente.client.ledger.Deadlines;
import org.entente.client.ledger.PeerEndpoint;
import org.entente.client.redelivery.RedeliverySettings;
import org.entente.model.fold.RuleBook;
import org.entente.model.statement.BatchSigner;
import org.entente.model.statement.SignatureCheck;

/**
 * Everything that a {@link MemberNode} needs. All instances of a member are given the same identity, keys, secret, rules
 * and database.
 *
 * @param identity whose node it is, and as whom it signs transactions
 * @param names channel and chaincode
 * @param peer the member's own peer
 * @param signer signs batches with a key that the member published
 * @param signatures verifies batch signatures
 * @param rules what each statement type does
 * @param database the member's own database
 * @param clock the member's clock
 * @param deadlines for every call to the peer
 * @param dispatch how batches are made
 * @param random for salts
 * @param idSecret for statement ids, at least 32 bytes; never changes
 * @param interceptors see every call to the peer; for measuring and for tests
 * @param redelivery which partners are asked for missing bytes and served; empty for none
 */
public record MemberNodeConfig(
        ClientIdentity identity,
        ChannelNames names,
        PeerEndpoint peer,
        BatchSigner signer,
        SignatureCheck signatures,
        RuleBook rules,
        DatabaseSettings database,
        InstantSource clock,
        Deadlines deadlines,
        DispatchSettings dispatch,
        SecureRandom random,
        byte[] idSecret,
        List<ClientInterceptor> interceptors,
        Optional<RedeliverySettings> redelivery) {
    /** Keeps unmodifiable copies. */
    public MemberNodeConfig {
        idSecret = idSecret.clone();
        interceptors = List.copyOf(interceptors);
    }

    /**
     * The same with a peer connection that somebody watches.
     *
     * @param others see every call to the peer, in order
     * @return the changed settings
     */
    public MemberNodeConfig withInterceptors(List<ClientInterceptor> others) {
        return with(rules, database, clock, deadlines, dispatch, others, redelivery);
    }

    /**
     * The same with other batches.
     *
     * @param other how batches are made
     * @return the changed settings
     */
    public MemberNodeConfig withDispatch(DispatchSettings other) {
        return with(rules, database, clock, deadlines, other, interceptors, redelivery);
    }

    /**
     * The same with other rules, as after an upgrade.
     *
     * @param other what each statement type does
     * @return the changed settings
     */
    public MemberNodeConfig withRules(RuleBook other) {
        return with(other, database, clock, deadlines, dispatch, interceptors, redelivery);
    }

    /**
     * The same with another clock.
     *
     * @param other the member's clock
     * @return the changed settings
     */
    public MemberNodeConfig withClock(InstantSource other) {
        return with(rules, database, other, deadlines, dispatch, interceptors, redelivery);
    }

    /**
     * The same with other deadlines.
     *
     * @param other for every call to the peer
     * @return the changed settings
     */
    public MemberNodeConfig withDeadlines(Deadlines other) {
        return with(rules, database, clock, other, dispatch, interceptors, redelivery);
    }

    /**
     * The same on another database.
     *
     * @param other the member's own database
     * @return the changed settings
     */
    public MemberNodeConfig withDatabase(DatabaseSettings other) {
        return with(rules, other, clock, deadlines, dispatch, interceptors, redelivery);
    }

    /**
     * The same with partners to ask and to serve.
     *
     * @param other which
     * @return the changed settings
     */
    public MemberNodeConfig withRedelivery(RedeliverySettings other) {
        return with(rules, database, clock, deadlines, dispatch, interceptors, Optional.of(other));
    }

    private MemberNodeConfig with(
            RuleBook rules,
            DatabaseSettings database,
            InstantSource clock,
            Deadlines deadlines,
            DispatchSettings dispatch,
            List<ClientInterceptor> interceptors,
            Optional<RedeliverySettings> redelivery) {
        return new MemberNodeConfig(
                identity,
                names,
                peer,
                signer,
                signatures,
                rules,
                database,
                clock,
                deadlines,
                dispatch,
                random,
                idSecret,
                interceptors,
                redelivery);
    }

    @Override
    public String toString() {
        return "MemberNodeConfig[" + identity.member() + " at " + peer + "]";
    }
}
