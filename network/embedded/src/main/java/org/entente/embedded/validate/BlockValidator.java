package org.entente.embedded.validate;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.entente.embedded.block.EndorsedAction;
import org.entente.embedded.block.EnvelopeHeaders;
import org.entente.embedded.block.TransactionFilter;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.identity.Members;
import org.entente.embedded.rwset.NamespaceRwSet;
import org.entente.embedded.state.Version;
import org.entente.embedded.state.WorldState;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * Judges each transaction of a block as a peer does: form and signatures in parallel, then in order duplicate ids,
 * endorsement policies, and versions of what was read.
 */
public final class BlockValidator implements AutoCloseable {
    private final Channel channel;
    private final WorldState state;
    private final TransactionChecks transactions;
    private final Predicate<String> isCommitted;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("entente-validator-", 0).factory());

    /**
     * A validator.
     *
     * @param channel the channel
     * @param members who can sign
     * @param state the committed state
     * @param isCommitted whether a transaction id stands in an earlier block
     */
    public BlockValidator(Channel channel, Members members, WorldState state, Predicate<String> isCommitted) {
        this.channel = channel;
        this.state = state;
        this.transactions = new TransactionChecks(channel, members);
        this.isCommitted = isCommitted;
    }

    /**
     * Judges a block. The state must not change meanwhile.
     *
     * @param block a cut block
     * @return the block with its verdicts, and what follows
     */
    public Judgement judge(Block block) {
        List<Candidate> candidates = check(block.getData().getDataList());
        List<TxValidationCode> codes = endorsed(candidates);
        BlockEffects effects = new BlockEffects(channel.chaincode(), state);
        VersionChecks versions = new VersionChecks(channel, state);
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i) == TxValidationCode.VALID) {
                Candidate candidate = candidates.get(i);
                Optional<TxValidationCode> conflict = versions.check(candidate.sets(), effects.updates());
                if (conflict.isPresent()) {
                    codes.set(i, conflict.get());
                } else {
                    Version version = new Version(block.getHeader().getNumber(), i);
                    effects.add(candidate.transactionId(), candidate.sets(), version);
                }
            }
        }
        return effects.judgement(TransactionFilter.set(block, codes));
    }

    /**
     * What follows from a block that was judged before.
     *
     * @param block a judged block from the chain
     * @return the same as {@link #judge} gave then
     */
    public Judgement replay(Block block) {
        BlockEffects effects = new BlockEffects(channel.chaincode(), state);
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            if (block.getHeader().getNumber() > 0 && TransactionFilter.get(block, i) == TxValidationCode.VALID) {
                EnvelopeHeaders headers =
                        EnvelopeHeaders.parse(block.getData().getData(i)).orElseThrow();
                effects.add(
                        headers.channel().getTxId(),
                        sets(headers),
                        new Version(block.getHeader().getNumber(), i));
            }
        }
        return effects.judgement(block);
    }

    private static List<NamespaceRwSet> sets(EnvelopeHeaders headers) {
        try {
            ByteString results = EndorsedAction.parse(headers.payload())
                    .orElseThrow()
                    .action()
                    .getResults();
            return NamespaceRwSet.parse(results);
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new IllegalStateException("a valid transaction cannot be read", e);
        }
    }

    private List<TxValidationCode> endorsed(List<Candidate> candidates) {
        EndorsementChecks endorsements = new EndorsementChecks(channel, state);
        Set<String> ids = new HashSet<>();
        List<TxValidationCode> codes = new ArrayList<>();
        for (Candidate candidate : candidates) {
            codes.add(candidate.refusal().orElseGet(() -> endorsed(candidate, endorsements, ids)));
        }
        return codes;
    }

    private TxValidationCode endorsed(Candidate candidate, EndorsementChecks endorsements, Set<String> ids) {
        if (isCommitted.test(candidate.transactionId())) {
            return TxValidationCode.DUPLICATE_TXID;
        }
        if (!endorsements.satisfies(candidate)) {
            return TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
        }
        return ids.add(candidate.transactionId()) ? TxValidationCode.VALID : TxValidationCode.DUPLICATE_TXID;
    }

    private List<Candidate> check(List<ByteString> envelopes) {
        List<Callable<Candidate>> tasks = envelopes.stream()
                .<Callable<Candidate>>map(envelope -> () -> transactions.check(envelope))
                .toList();
        try {
            List<Candidate> candidates = new ArrayList<>();
            for (Future<Candidate> future : workers.invokeAll(tasks)) {
                candidates.add(future.get());
            }
            return candidates;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while judging a block", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a transaction could not be judged", e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
