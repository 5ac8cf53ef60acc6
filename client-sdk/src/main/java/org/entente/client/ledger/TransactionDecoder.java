package org.entente.client.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Reads one transaction of a block. Made for one transaction. */
final class TransactionDecoder {
    private final MemberId self;
    private final ChannelNames names;
    private final Position at;
    private final TxValidationCode code;
    private final PrivateBytes bytes;
    private final List<PublicWrite> publicWrites = new ArrayList<>();
    private final List<PrivateWrite> privateWrites = new ArrayList<>();
    private final List<Incident> incidents = new ArrayList<>();
    private Optional<Instant> timestamp = Optional.empty();
    private String transactionId = "";
    private int ordinal;

    TransactionDecoder(MemberId self, ChannelNames names, Position at, TxValidationCode code, PrivateBytes bytes) {
        this.self = self;
        this.names = names;
        this.at = at;
        this.code = code;
        this.bytes = bytes;
    }

    TransactionWrites decode(ByteString envelope) {
        try {
            readEnvelope(envelope);
        } catch (InvalidProtocolBufferException | IllegalArgumentException | DateTimeException e) {
            if (code == TxValidationCode.VALID) {
                odd(LedgerCode.LEDGER_TRANSACTION_UNREADABLE, e.getClass().getSimpleName());
            }
        }
        return new TransactionWrites(timestamp, publicWrites, privateWrites, incidents);
    }

    private void readEnvelope(ByteString bytesOfEnvelope) throws InvalidProtocolBufferException {
        Payload payload = Payload.parseFrom(Envelope.parseFrom(bytesOfEnvelope).getPayload());
        ChannelHeader channel = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
        transactionId = channel.getTxId();
        if (channel.getType() != HeaderType.ENDORSER_TRANSACTION_VALUE) {
            return;
        }
        Instant time = Instant.ofEpochSecond(
                channel.getTimestamp().getSeconds(), channel.getTimestamp().getNanos());
        timestamp = Optional.of(time);
        String creator = mspOf(SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader())
                .getCreator());
        String invoked = ChaincodeHeaderExtension.parseFrom(channel.getExtension())
                .getChaincodeId()
                .getName();
        for (TransactionAction action : Transaction.parseFrom(payload.getData()).getActionsList()) {
            readAction(action, time, invoked, creator, bytesOfEnvelope);
        }
    }

    private void readAction(TransactionAction each, Instant time, String invoked, String creator, ByteString envelope)
            throws InvalidProtocolBufferException {
        ChaincodeActionPayload payload = ChaincodeActionPayload.parseFrom(each.getPayload());
        Set<String> endorsers = payload.getAction().getEndorsementsList().stream()
                .map(Endorsement::getEndorser)
                .map(TransactionDecoder::mspOrEmpty)
                .collect(Collectors.toSet());
        ProposalResponsePayload response =
                ProposalResponsePayload.parseFrom(payload.getAction().getProposalResponsePayload());
        ChaincodeAction action = ChaincodeAction.parseFrom(response.getExtension());
        for (NsReadWriteSet namespace :
                TxReadWriteSet.parseFrom(action.getResults()).getNsRwsetList()) {
            boolean ours = namespace.getNamespace().equals(names.chaincode());
            if (ours && code == TxValidationCode.VALID) {
                readPublic(namespace, creator);
            }
            TransactionFacts facts = new TransactionFacts(
                    at,
                    transactionId,
                    time,
                    ours ? invoked : namespace.getNamespace(),
                    creator,
                    endorsers,
                    envelope.toByteArray());
            readPrivate(namespace, ours, facts);
        }
    }

    private void readPublic(NsReadWriteSet namespace, String creator) throws InvalidProtocolBufferException {
        for (KVWrite write : KVRWSet.parseFrom(namespace.getRwset()).getWritesList()) {
            if (write.getIsDelete()) {
                odd(LedgerCode.LEDGER_RECORD_DELETED, write.getKey());
            } else {
                publicWrites.add(new PublicWrite(
                        at,
                        ordinal++,
                        transactionId,
                        creator,
                        write.getKey(),
                        write.getValue().toByteArray()));
            }
        }
    }

    private void readPrivate(NsReadWriteSet namespace, boolean ours, TransactionFacts facts)
            throws InvalidProtocolBufferException {
        for (CollectionHashedReadWriteSet collection : namespace.getCollectionHashedRwsetList()) {
            Optional<StreamId> stream = ownStream(collection.getCollectionName());
            HashedRWSet hashed = HashedRWSet.parseFrom(collection.getHashedRwset());
            if (stream.isEmpty() || hashed.getHashedWritesCount() + hashed.getMetadataWritesCount() == 0) {
                continue;
            }
            if (!ours) {
                odd(LedgerCode.LEDGER_CHAINCODE_FOREIGN, facts.chaincode() + " " + collection.getCollectionName());
            } else if (code != TxValidationCode.VALID) {
                odd(LedgerCode.LEDGER_TRANSACTION_INVALID, code + " " + collection.getCollectionName());
            } else {
                readWrites(hashed, stream.get(), facts);
            }
        }
    }

    private void readWrites(HashedRWSet hashed, StreamId stream, TransactionFacts facts) {
        if (hashed.getMetadataWritesCount() > 0) {
            odd(LedgerCode.LEDGER_KEY_METADATA, stream.collection());
        }
        int heads = 0;
        for (KVWriteHash write : hashed.getHashedWritesList()) {
            if (write.getIsPurge() || write.getIsDelete()) {
                odd(
                        write.getIsPurge() ? LedgerCode.LEDGER_KEY_PURGED : LedgerCode.LEDGER_KEY_DELETED,
                        stream.collection());
                PrivateWrite gone = gone(write, hashed.getHashedWritesCount(), stream, facts);
                if (gone.isHead()) {
                    privateWrites.add(gone);
                }
                continue;
            }
            PrivateWrite value = privateWrite(write, hashed.getHashedWritesCount(), stream, facts);
            heads += value.isHead() ? 1 : 0;
            privateWrites.add(value);
        }
        if (heads != 1 || hashed.getHashedWritesCount() != 2) {
            odd(LedgerCode.LEDGER_HEAD_ALONE, stream.collection());
        }
    }

    /** What was said stays said; but where the stream's end stood on the ledger, there is nothing now. */
    private PrivateWrite gone(KVWriteHash write, int count, StreamId stream, TransactionFacts facts) {
        Digest keyHash = Digest.ofRaw(write.getKeyHash().toByteArray());
        return new PrivateWrite(facts, ordinal++, stream, keyHash, Digest.NONE, count, Optional.empty());
    }

    private PrivateWrite privateWrite(KVWriteHash write, int count, StreamId stream, TransactionFacts facts) {
        Digest keyHash = Digest.ofRaw(write.getKeyHash().toByteArray());
        Digest valueHash = Digest.ofRaw(write.getValueHash().toByteArray());
        Optional<byte[]> delivered = bytes.value(names.chaincode(), stream.collection(), keyHash);
        if (delivered.isPresent() && !Digest.of(delivered.get()).equals(valueHash)) {
            odd(LedgerCode.LEDGER_VALUE_DIFFERS, stream.collection());
            delivered = Optional.empty();
        }
        return new PrivateWrite(facts, ordinal++, stream, keyHash, valueHash, count, delivered);
    }

    private Optional<StreamId> ownStream(String collection) {
        try {
            StreamId stream = StreamId.ofCollection(collection);
            return stream.pair().contains(self) ? Optional.of(stream) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void odd(LedgerCode what, String detail) {
        incidents.add(new Incident(at, what, detail, transactionId));
    }

    private static String mspOf(ByteString identity) throws InvalidProtocolBufferException {
        return SerializedIdentity.parseFrom(identity).getMspid();
    }

    private static String mspOrEmpty(ByteString identity) {
        try {
            return mspOf(identity);
        } catch (InvalidProtocolBufferException e) {
            return "";
        }
    }
}
