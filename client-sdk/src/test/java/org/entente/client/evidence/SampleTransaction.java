package org.entente.client.evidence;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.model.ledger.Digest;
import org.entente.model.statement.Batch;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/** A transaction as a Fabric client and a Fabric peer make it; a test changes one of the fields to make it a wrong one. */
final class SampleTransaction {
    static final String CHANNEL = "entente";
    static final String CHAINCODE = "entente";

    final Administration creator;
    final Batch batch;
    final Instant time;
    final List<Administration> endorsers = new ArrayList<>();
    final ByteString nonce;
    String function = "submit";
    String collection;
    Digest valueHash;
    int heads = 1;

    SampleTransaction(Administration creator, Batch batch, Instant time) {
        this.creator = creator;
        this.batch = batch;
        this.time = time;
        this.endorsers.add(creator);
        this.collection = batch.header().stream().collection();
        this.valueHash = Digest.of(batch.bytes());
        this.nonce = raw(Digest.of(batch.header().bytes()));
    }

    Digest transactionId() {
        return Digest.of(
                nonce.toByteArray(), creator.serialized(creator.client()).toByteArray());
    }

    Digest keyHash() {
        return Digest.of(batch.header().ledgerKey().getBytes(StandardCharsets.UTF_8));
    }

    byte[] envelope() {
        ByteString signatureHeader = SignatureHeader.newBuilder()
                .setCreator(creator.serialized(creator.client()))
                .setNonce(nonce)
                .build()
                .toByteString();
        ByteString channelHeader = ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setChannelId(CHANNEL)
                .setTxId(transactionId().hex())
                .setTimestamp(
                        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()))
                .setExtension(ChaincodeHeaderExtension.newBuilder()
                        .setChaincodeId(ChaincodeID.newBuilder().setName(CHAINCODE))
                        .build()
                        .toByteString())
                .build()
                .toByteString();
        ByteString proposal = ChaincodeProposalPayload.newBuilder()
                .setInput(ChaincodeInvocationSpec.newBuilder()
                        .setChaincodeSpec(ChaincodeSpec.newBuilder()
                                .setChaincodeId(ChaincodeID.newBuilder().setName(CHAINCODE))
                                .setInput(ChaincodeInput.newBuilder().addArgs(ByteString.copyFromUtf8(function))))
                        .build()
                        .toByteString())
                .build()
                .toByteString();
        ByteString response = response(channelHeader, signatureHeader, proposal);
        ChaincodeEndorsedAction.Builder endorsed =
                ChaincodeEndorsedAction.newBuilder().setProposalResponsePayload(response);
        endorsers.forEach(each -> endorsed.addEndorsements(endorsement(each, response)));
        TransactionAction action = TransactionAction.newBuilder()
                .setHeader(signatureHeader)
                .setPayload(ChaincodeActionPayload.newBuilder()
                        .setChaincodeProposalPayload(proposal)
                        .setAction(endorsed)
                        .build()
                        .toByteString())
                .build();
        ByteString payload = Payload.newBuilder()
                .setHeader(Header.newBuilder().setChannelHeader(channelHeader).setSignatureHeader(signatureHeader))
                .setData(Transaction.newBuilder().addActions(action).build().toByteString())
                .build()
                .toByteString();
        return Envelope.newBuilder()
                .setPayload(payload)
                .setSignature(ByteString.copyFrom(creator.client().key().sign(payload.toByteArray())))
                .build()
                .toByteArray();
    }

    private ByteString response(ByteString channelHeader, ByteString signatureHeader, ByteString proposal) {
        HashedRWSet.Builder hashed = HashedRWSet.newBuilder()
                .addHashedWrites(
                        KVWriteHash.newBuilder().setKeyHash(raw(keyHash())).setValueHash(raw(valueHash)));
        for (int i = 0; i < heads; i++) {
            Digest key = Digest.of(("head" + "/other".repeat(i)).getBytes(StandardCharsets.UTF_8));
            hashed.addHashedWrites(KVWriteHash.newBuilder().setKeyHash(raw(key)).setValueHash(raw(key)));
        }
        TxReadWriteSet results = TxReadWriteSet.newBuilder()
                .addNsRwset(NsReadWriteSet.newBuilder().setNamespace("_lifecycle"))
                .addNsRwset(NsReadWriteSet.newBuilder()
                        .setNamespace(CHAINCODE)
                        .addCollectionHashedRwset(CollectionHashedReadWriteSet.newBuilder()
                                .setCollectionName(collection)
                                .setHashedRwset(hashed.build().toByteString())))
                .build();
        Digest proposalHash =
                Digest.of(channelHeader.toByteArray(), signatureHeader.toByteArray(), proposal.toByteArray());
        return ProposalResponsePayload.newBuilder()
                .setProposalHash(raw(proposalHash))
                .setExtension(ChaincodeAction.newBuilder()
                        .setResults(results.toByteString())
                        .setChaincodeId(
                                ChaincodeID.newBuilder().setName(CHAINCODE).setVersion("1"))
                        .build()
                        .toByteString())
                .build()
                .toByteString();
    }

    private static Endorsement endorsement(Administration endorser, ByteString response) {
        ByteString identity = endorser.serialized(endorser.peer());
        return Endorsement.newBuilder()
                .setEndorser(identity)
                .setSignature(ByteString.copyFrom(
                        endorser.peer().key().sign(response.concat(identity).toByteArray())))
                .build();
    }

    private static ByteString raw(Digest digest) {
        return ByteString.copyFrom(digest.raw());
    }
}
