package org.entente.client.ledger;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status.Code;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.model.statement.Batch;
import org.hyperledger.fabric.client.Commit;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Endorse, submit and ask for the outcome of {@code submit} transactions. Safe for use by many threads. */
public final class Transactions {
    private static final String FUNCTION = "submit";
    private static final String BATCH = "batch";
    private static final Pattern CHAINCODE_CODE = Pattern.compile("chaincode response \\d+, ([A-Z][A-Z0-9_]{2,60})\\b");
    private static final Set<Code> FINAL_REFUSALS =
            Set.of(Code.INVALID_ARGUMENT, Code.FAILED_PRECONDITION, Code.PERMISSION_DENIED, Code.UNAUTHENTICATED);

    private final Gateway gateway;
    private final ClientIdentity identity;
    private final ChannelNames names;

    Transactions(Gateway gateway, ClientIdentity identity, ChannelNames names) {
        this.gateway = gateway;
        this.identity = identity;
        this.names = names;
    }

    /**
     * Has the own peer endorse a batch, checks what it prepared and signs that.
     *
     * @param batch the batch; its bytes travel only to the own peer, in the transient map
     * @return the signed envelope, or why there is none
     */
    public EndorseOutcome endorse(Batch batch) {
        try {
            Proposal proposal = gateway.getNetwork(names.channel())
                    .getContract(names.chaincode())
                    .newProposal(FUNCTION)
                    .putTransient(BATCH, batch.bytes())
                    .setEndorsingOrganizations(identity.member().value())
                    .build();
            Transaction prepared = proposal.endorse();
            Optional<String> wrong = new PreparedCheck(names, identity.creator(), FUNCTION)
                    .wrongWith(prepared, proposal.getTransactionId(), batch);
            if (wrong.isPresent()) {
                return new EndorseOutcome.NoAnswer(wrong.get());
            }
            return new EndorseOutcome.Endorsed(sign(prepared));
        } catch (EndorseException e) {
            return refusal(e);
        }
    }

    private PreparedEnvelope sign(Transaction prepared) {
        byte[] signature;
        try {
            signature = identity.signer().sign(prepared.getDigest());
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException("the transaction cannot be signed", e);
        }
        Transaction signed = gateway.newSignedTransaction(prepared.getBytes(), signature);
        return new PreparedEnvelope(prepared.getTransactionId(), signed.getBytes());
    }

    private static EndorseOutcome refusal(EndorseException e) {
        Code status = e.getStatus().getCode();
        Optional<String> chaincodeCode = e.getDetails().stream()
                .map(detail -> CHAINCODE_CODE.matcher(detail.getMessage()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
        if (chaincodeCode.isPresent()) {
            return new EndorseOutcome.Refused(chaincodeCode.get(), "the contract refused it");
        }
        return switch (status) {
            case ABORTED, FAILED_PRECONDITION, INVALID_ARGUMENT, PERMISSION_DENIED, UNAUTHENTICATED, NOT_FOUND ->
                new EndorseOutcome.Refused("ENDORSE_" + status, "the peer refused it");
            default -> new EndorseOutcome.NoAnswer("ENDORSE_" + status);
        };
    }

    /**
     * Hands an envelope to the ordering service. The same envelope may be handed over any number of times: the ledger
     * takes only one.
     *
     * @param envelope as {@link #endorse} made it
     * @return what is known
     */
    public SubmitOutcome submit(PreparedEnvelope envelope) {
        try {
            gateway.newTransaction(envelope.bytes()).submitAsync();
            return new SubmitOutcome.Taken();
        } catch (SubmitException e) {
            Code code = e.getStatus().getCode();
            return FINAL_REFUSALS.contains(code)
                    ? new SubmitOutcome.NotAcceptable("SUBMIT_" + code)
                    : new SubmitOutcome.Unknown("SUBMIT_" + code);
        }
    }

    /**
     * Waits until a transaction stands in a block.
     *
     * @param transactionId which
     * @param longest how long at most
     * @return what became of it
     */
    public CommitOutcome outcome(String transactionId, Duration longest) {
        try {
            Commit commit = gateway.newCommit(SignedCommitStatusRequest.newBuilder()
                    .setRequest(CommitStatusRequest.newBuilder()
                            .setChannelId(names.channel())
                            .setTransactionId(transactionId)
                            .setIdentity(identity.creator())
                            .build()
                            .toByteString())
                    .build()
                    .toByteArray());
            return outcome(commit.getStatus(Peer.within(longest)));
        } catch (CommitStatusException e) {
            return new CommitOutcome.Unknown(codeOf(e));
        }
    }

    private static CommitOutcome outcome(Status status) {
        TxValidationCode code = status.getCode();
        return switch (code) {
            case VALID -> new CommitOutcome.Committed(status.getBlockNumber());
            // A second copy was judged; what counts is what became of the first.
            case DUPLICATE_TXID -> new CommitOutcome.Unknown(code.name());
            case MVCC_READ_CONFLICT, PHANTOM_READ_CONFLICT -> new CommitOutcome.Invalid(code.name(), true);
            default -> new CommitOutcome.Invalid(code.name(), false);
        };
    }

    private static String codeOf(GatewayException e) {
        return "COMMIT_STATUS_" + e.getStatus().getCode();
    }

    /**
     * Whether stored bytes are an envelope at all.
     *
     * @param envelope as stored
     * @return false if the database was damaged
     */
    public static boolean isReadable(PreparedEnvelope envelope) {
        try {
            return PreparedTransaction.parseFrom(envelope.bytes())
                    .getTransactionId()
                    .equals(envelope.transactionId());
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }
}
