package org.entente.client.evidence;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.model.evidence.EvidenceCode;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.evidence.LedgerRecord;
import org.entente.model.finding.Findings;
import org.entente.model.ledger.Digest;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;

/** Compares what an envelope says with what the file says of it. Who signed it is for {@link EnvelopeSignatures}. */
final class EnvelopeContent {
    private final ParsedEnvelope envelope;
    private final LedgerRecord claimed;
    private final String pointer;
    private final Findings findings;

    EnvelopeContent(ParsedEnvelope envelope, EvidenceEntry entry, String pointer, Findings findings) {
        this.envelope = envelope;
        this.claimed = entry.ledger();
        this.pointer = pointer;
        this.findings = findings;
    }

    void check() {
        try {
            checkHeaders();
            checkProposal();
            checkWrites();
        } catch (InvalidProtocolBufferException | DateTimeException | ArithmeticException e) {
            findings.add(EvidenceCode.EVIDENCE_ENVELOPE_UNREADABLE, pointer + "/envelope", "malformed inside");
        }
    }

    private void checkHeaders() throws InvalidProtocolBufferException {
        if (envelope.channel().getType() != HeaderType.ENDORSER_TRANSACTION_VALUE) {
            differs("envelope", "not an endorsed transaction");
        }
        if (!envelope.channel().getChannelId().equals(claimed.channel())) {
            differs("channel", "the envelope names another");
        }
        String chaincode = ChaincodeHeaderExtension.parseFrom(envelope.channel().getExtension())
                .getChaincodeId()
                .getName();
        if (!chaincode.equals(claimed.chaincode())
                || !envelope.result().getChaincodeId().getName().equals(chaincode)) {
            differs("chaincode", "the envelope names another");
        }
        Timestamp stamp = envelope.channel().getTimestamp();
        Instant time = Instant.ofEpochSecond(stamp.getSeconds(), stamp.getNanos());
        if (!time.equals(claimed.timestamp())) {
            differs("timestamp", "the envelope says " + time);
        }
        Digest id = Digest.of(
                envelope.signature().getNonce().toByteArray(),
                envelope.signature().getCreator().toByteArray());
        if (!claimed.transactionId().equals(id) || !envelope.channel().getTxId().equals(id.hex())) {
            differs("transactionId", "nonce and creator give " + id);
        }
    }

    /**
     * What was endorsed must be what was proposed. Which function of which contract that was does not matter, as it does not to
     * a reader: an author whose peer runs a contract of its own must not say what counts and cannot be proven.
     */
    private void checkProposal() throws InvalidProtocolBufferException {
        ByteString payload = envelope.action().getChaincodeProposalPayload();
        Digest hash = Digest.of(
                envelope.payload().getHeader().getChannelHeader().toByteArray(),
                envelope.actionHeader().toByteArray(),
                payload.toByteArray());
        boolean ties = envelope.response().getProposalHash().equals(ByteString.copyFrom(hash.raw()))
                && envelope.actionHeader().equals(envelope.payload().getHeader().getSignatureHeader());
        if (!ties) {
            differs("envelope", "what was endorsed is not what was proposed");
        }
    }

    private void checkWrites() throws InvalidProtocolBufferException {
        List<HashedRWSet> written = new ArrayList<>();
        for (NsReadWriteSet namespace :
                TxReadWriteSet.parseFrom(envelope.result().getResults()).getNsRwsetList()) {
            for (CollectionHashedReadWriteSet collection : namespace.getCollectionHashedRwsetList()) {
                if (namespace.getNamespace().equals(claimed.chaincode())
                        && collection.getCollectionName().equals(claimed.collection())) {
                    written.add(HashedRWSet.parseFrom(collection.getHashedRwset()));
                }
            }
        }
        if (written.size() != 1) {
            missing("collection", "the transaction does not write to " + claimed.collection());
            return;
        }
        List<KVWriteHash> writes = written.getFirst().getHashedWritesList();
        if (writes.size() != 2) {
            missing("envelope", writes.size() + " keys of the collection are written, expected 2");
        }
        List<KVWriteHash> ofKey = writes.stream()
                .filter(write -> write.getKeyHash()
                        .equals(ByteString.copyFrom(claimed.keyHash().raw())))
                .toList();
        if (ofKey.size() != 1
                || ofKey.getFirst().getIsDelete()
                || ofKey.getFirst().getIsPurge()) {
            missing("keyHash", "the transaction does not write this key");
        } else if (!ofKey.getFirst()
                .getValueHash()
                .equals(ByteString.copyFrom(claimed.valueHash().raw()))) {
            missing("valueHash", "the transaction writes another value");
        }
    }

    private void differs(String member, String detail) {
        findings.add(EvidenceCode.EVIDENCE_ENVELOPE_DIFFERS, pointer + "/" + member, detail);
    }

    private void missing(String member, String detail) {
        findings.add(EvidenceCode.EVIDENCE_WRITE_MISSING, pointer + "/" + member, detail);
    }
}
