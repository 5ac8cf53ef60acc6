package org.entente.embedded.endorse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.entente.embedded.block.TransactionIds;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.identity.Identity;
import org.entente.embedded.identity.Members;
import org.hyperledger.fabric.protos.common.HeaderType;

/** What a peer checks of a proposal before it runs anything. */
final class ProposalChecks {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Channel channel;
    private final Members members;
    private final Predicate<String> isCommitted;
    private final Clock clock;

    ProposalChecks(Channel channel, Members members, Predicate<String> isCommitted, Clock clock) {
        this.channel = channel;
        this.members = members;
        this.isCommitted = isCommitted;
        this.clock = clock;
    }

    /** The refusals that a peer makes in front of its endorser: the gateway cannot tell them from an absent peer. */
    Optional<String> checkAtTheDoor(Proposal proposal) {
        Instant now = clock.instant();
        boolean expired = members.identify(proposal.signature().getCreator())
                .filter(creator -> creator.isExpired(now))
                .isPresent();
        if (expired) {
            return Optional.of("proposal client identity expired");
        }
        var stamp = proposal.channel().getTimestamp();
        Duration apart;
        try {
            apart = Duration.between(Instant.ofEpochSecond(stamp.getSeconds(), stamp.getNanos()), now)
                    .abs();
        } catch (java.time.DateTimeException | ArithmeticException e) {
            return Optional.of("request unauthorized due to incorrect timestamp");
        }
        return apart.compareTo(WINDOW) <= 0
                ? Optional.empty()
                : Optional.of("request unauthorized due to incorrect timestamp "
                        + Instant.ofEpochSecond(stamp.getSeconds()) + ", peer time " + now
                        + ", peer.authentication.timewindow 15m0s");
    }

    /** The refusals of the endorser itself. */
    Optional<String> check(Proposal proposal) {
        return malformed(proposal)
                .map(fault -> "error validating proposal: " + fault)
                .or(() -> duplicate(proposal));
    }

    private Optional<String> malformed(Proposal proposal) {
        int type = proposal.channel().getType();
        if (type != HeaderType.ENDORSER_TRANSACTION_VALUE && type != HeaderType.CONFIG_VALUE) {
            return Optional.of("invalid header type " + HeaderType.forNumber(type));
        }
        if (proposal.channel().getEpoch() != 0) {
            return Optional.of("epoch is non-zero");
        }
        if (proposal.signature().getNonce().isEmpty()) {
            return Optional.of("nonce is empty");
        }
        if (proposal.signature().getCreator().isEmpty()) {
            return Optional.of("creator is empty");
        }
        String id = TransactionIds.of(proposal.signature());
        if (!proposal.transactionId().equals(id)) {
            return Optional.of("incorrectly computed txid '" + proposal.transactionId() + "' -- expected '" + id + "'");
        }
        return denied(proposal);
    }

    private Optional<String> denied(Proposal proposal) {
        Optional<Identity> creator = members.identify(proposal.signature().getCreator());
        if (creator.isEmpty()) {
            return Optional.of(
                    "access denied: channel [" + channel.name() + "] creator org unknown, creator is malformed");
        }
        boolean good = creator.get().isValid()
                && creator.get()
                        .verifies(
                                proposal.signed().getProposalBytes(),
                                proposal.signed().getSignature());
        return good
                ? Optional.empty()
                : Optional.of("access denied: channel [" + channel.name() + "] creator org ["
                        + creator.get().member() + "]");
    }

    private Optional<String> duplicate(Proposal proposal) {
        return isCommitted.test(proposal.transactionId())
                ? Optional.of("duplicate transaction found [" + proposal.transactionId() + "]. Creator ["
                        + TransactionIds.hex(proposal.signature().getCreator()) + "]")
                : Optional.empty();
    }
}
