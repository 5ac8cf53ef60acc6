package org.entente.embedded.commit;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.embedded.block.BlockAssembler;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.endorse.Peer;
import org.entente.embedded.endorse.Peers;
import org.entente.embedded.ledger.Ledger;
import org.entente.embedded.privacy.ExpectedWrite;
import org.entente.embedded.privacy.PrivateSets;
import org.entente.embedded.privacy.PrivateWrite;
import org.entente.embedded.state.HashedKey;
import org.entente.embedded.state.Version;
import org.entente.embedded.state.WorldState;
import org.entente.embedded.validate.BlockValidator;
import org.entente.embedded.validate.Judgement;
import org.hyperledger.fabric.protos.common.Block;

/**
 * Commits batches: judges, writes each member's private data to that member's disk, then the block, then changes the
 * state, then tells everybody. Dying between any two steps loses nothing that anybody was told: private data of a block
 * that is not on disk is dropped at the next start, and a block on disk is replayed.
 */
public final class Committer {
    private final Channel channel;
    private final BlockAssembler assembler;
    private final BlockValidator validator;
    private final WorldState state;
    private final Ledger ledger;
    private final Peers peers;
    private final MissingData missing = new MissingData();
    private final Map<HashedKey, Version> purged = new ConcurrentHashMap<>();

    /**
     * A committer.
     *
     * @param channel the channel
     * @param assembler makes blocks
     * @param validator judges them
     * @param state the state they change
     * @param ledger the chain
     * @param peers who gets private data
     */
    public Committer(
            Channel channel,
            BlockAssembler assembler,
            BlockValidator validator,
            WorldState state,
            Ledger ledger,
            Peers peers) {
        this.channel = channel;
        this.assembler = assembler;
        this.validator = validator;
        this.state = state;
        this.ledger = ledger;
        this.peers = peers;
    }

    /**
     * What members may see and do not have.
     *
     * @return the list, live
     */
    public MissingData missing() {
        return missing;
    }

    /**
     * Commits a batch as the next block.
     *
     * @param envelopes encoded envelopes in order
     */
    public synchronized void commit(List<ByteString> envelopes) {
        Block block = assembler.assemble(ledger.height(), ledger.lastHash(), envelopes);
        Judgement judgement = validator.judge(block);
        Map<Peer, List<PrivateWrite>> arrived = collect(judgement);
        // each member's file is forced by itself; together they cost little more than one
        arrived.entrySet().parallelStream().forEach(entry -> {
            entry.getValue().forEach(entry.getKey().privateLog()::append);
            entry.getKey().privateLog().force();
        });
        ledger.append(judgement.block());
        long stamp = state.lock().writeLock();
        try {
            state.apply(judgement.updates());
            arrived.forEach((peer, writes) -> apply(peer, writes));
        } finally {
            state.lock().unlockWrite(stamp);
        }
        purged.putAll(judgement.purged());
        purge(judgement.purged());
        ledger.publish(judgement.block());
        forget(judgement);
    }

    /**
     * Lets a block from the disk change the state again.
     *
     * @param block a judged block
     */
    public void replay(Block block) {
        Judgement judgement = validator.replay(block);
        long stamp = state.lock().writeLock();
        try {
            state.apply(judgement.updates());
            for (ExpectedWrite expected : judgement.expected()) {
                for (Peer peer : holders(expected)) {
                    peer.privateLog()
                            .find(expected.ref())
                            .ifPresentOrElse(
                                    write -> apply(peer, List.of(write)), () -> missing.add(peer.member(), expected));
                }
            }
        } finally {
            state.lock().unlockWrite(stamp);
        }
        purged.putAll(judgement.purged());
    }

    /** Makes sure, after a replay, that what was ever purged is gone from the disks: the process may have died before. */
    public void finishPurges() {
        purge(purged);
    }

    private void purge(Map<HashedKey, Version> keys) {
        Set<String> collections = new HashSet<>();
        keys.keySet().forEach(key -> collections.add(key.collection()));
        for (Peer peer : peers.all()) {
            if (collections.stream().anyMatch(collection -> channel.holds(peer.member(), collection))) {
                peer.privateLog().purge(write -> PrivateSets.without(write, keys));
                peer.transients().rewrite();
                dropFromState(peer, keys.keySet());
            }
        }
    }

    /** A peer that missed the purging transaction's private part knows the keys by their hashes only. */
    private void dropFromState(Peer peer, Set<HashedKey> keys) {
        long stamp = state.lock().writeLock();
        try {
            keys.stream()
                    .filter(key -> state.hashed(key).isEmpty())
                    .forEach(key -> PrivateSets.remove(key, state.privateState(peer.member())));
        } finally {
            state.lock().unlockWrite(stamp);
        }
    }

    synchronized boolean addLate(Peer peer, ExpectedWrite expected, PrivateWrite write) {
        if (peer.privateLog().find(expected.ref()).isPresent()) {
            missing.remove(peer.member(), expected.ref());
            return false;
        }
        PrivateWrite kept = PrivateSets.without(write, purged);
        peer.privateLog().append(kept);
        peer.privateLog().force();
        long stamp = state.lock().writeLock();
        try {
            apply(peer, List.of(kept));
        } finally {
            state.lock().unlockWrite(stamp);
        }
        missing.remove(peer.member(), expected.ref());
        return true;
    }

    private Map<Peer, List<PrivateWrite>> collect(Judgement judgement) {
        Map<Peer, List<PrivateWrite>> arrived = new HashMap<>();
        for (ExpectedWrite expected : judgement.expected()) {
            for (Peer peer : holders(expected)) {
                Optional<ByteString> set = peer.isUp() ? available(peer, expected) : Optional.empty();
                set.ifPresentOrElse(
                        found -> arrived.computeIfAbsent(peer, any -> new ArrayList<>())
                                .add(write(expected, found)),
                        () -> missing.add(peer.member(), expected));
            }
        }
        return arrived;
    }

    /** A peer that was not told before commit asks the others. */
    private Optional<ByteString> available(Peer peer, ExpectedWrite expected) {
        Optional<ByteString> own = peer.transients().find(expected);
        if (own.isPresent() || missing.isHeldBack(peer.member())) {
            return own;
        }
        return peers.up().stream()
                .flatMap(other -> other.transients().find(expected).stream())
                .findFirst();
    }

    static PrivateWrite write(ExpectedWrite expected, ByteString set) {
        return new PrivateWrite(
                expected.ref().block(),
                expected.ref().transaction(),
                expected.transactionId(),
                expected.ref().collection(),
                set,
                false);
    }

    private List<Peer> holders(ExpectedWrite expected) {
        return peers.all().stream()
                .filter(peer -> channel.holds(peer.member(), expected.ref().collection()))
                .toList();
    }

    private void apply(Peer peer, List<PrivateWrite> writes) {
        writes.forEach(write -> PrivateSets.apply(write, state, state.privateState(peer.member())));
    }

    private void forget(Judgement judgement) {
        Set<String> done = new LinkedHashSet<>();
        judgement.expected().forEach(expected -> done.add(expected.transactionId()));
        peers.up().forEach(peer -> peer.transients().forget(done, ledger.height()));
    }
}
