package org.entente.client.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.nio.charset.StandardCharsets;
import org.entente.model.ledger.Digest;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.HashedRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWriteHash;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** A block with one transaction that writes to a collection, made by hand. */
final class HandMadeBlock {
    String namespace = "entente";
    String invoked = "entente";
    String collection = "AU-CN";
    String creator = "AU";
    long seconds = 1_700_000_000;
    TxValidationCode code = TxValidationCode.VALID;
    final KVRWSet.Builder publicWrites = KVRWSet.newBuilder();
    final HashedRWSet.Builder hashed = HashedRWSet.newBuilder();
    final KVRWSet.Builder delivered = KVRWSet.newBuilder();

    /** Writes a private value, with its bytes. */
    HandMadeBlock value(String key, String value) {
        hash(key, value);
        delivered.addWrites(KVWrite.newBuilder().setKey(key).setValue(ByteString.copyFromUtf8(value)));
        return this;
    }

    /** Writes a private value of which only the hash comes. */
    HandMadeBlock hash(String key, String value) {
        hashed.addHashedWrites(KVWriteHash.newBuilder().setKeyHash(sha256(key)).setValueHash(sha256(value)));
        return this;
    }

    BlockAndPrivateData build() {
        ByteString envelope = envelope();
        return BlockAndPrivateData.newBuilder()
                .setBlock(Block.newBuilder()
                        .setHeader(BlockHeader.newBuilder()
                                .setNumber(7)
                                .setPreviousHash(sha256("before"))
                                .setDataHash(ByteString.copyFrom(
                                        Digest.of(envelope.toByteArray()).raw())))
                        .setData(BlockData.newBuilder().addData(envelope))
                        .setMetadata(BlockMetadata.newBuilder()
                                .addMetadata(ByteString.EMPTY)
                                .addMetadata(ByteString.EMPTY)
                                .addMetadata(ByteString.copyFrom(new byte[] {(byte) code.getNumber()}))))
                .putPrivateDataMap(
                        0,
                        TxPvtReadWriteSet.newBuilder()
                                .addNsPvtRwset(NsPvtReadWriteSet.newBuilder()
                                        .setNamespace(namespace)
                                        .addCollectionPvtRwset(CollectionPvtReadWriteSet.newBuilder()
                                                .setCollectionName(collection)
                                                .setRwset(delivered.build().toByteString())))
                                .build())
                .build();
    }

    private ByteString envelope() {
        ChannelHeader channel = ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setChannelId("entente")
                .setTxId("ab".repeat(32))
                .setTimestamp(Timestamp.newBuilder().setSeconds(seconds).setNanos(5))
                .setExtension(ChaincodeHeaderExtension.newBuilder()
                        .setChaincodeId(ChaincodeID.newBuilder().setName(invoked))
                        .build()
                        .toByteString())
                .build();
        SignatureHeader signature =
                SignatureHeader.newBuilder().setCreator(identity(creator)).build();
        Payload payload = Payload.newBuilder()
                .setHeader(Header.newBuilder()
                        .setChannelHeader(channel.toByteString())
                        .setSignatureHeader(signature.toByteString()))
                .setData(transaction().toByteString())
                .build();
        return Envelope.newBuilder().setPayload(payload.toByteString()).build().toByteString();
    }

    private Transaction transaction() {
        TxReadWriteSet results = TxReadWriteSet.newBuilder()
                .addNsRwset(NsReadWriteSet.newBuilder()
                        .setNamespace(namespace)
                        .setRwset(publicWrites.build().toByteString())
                        .addCollectionHashedRwset(CollectionHashedReadWriteSet.newBuilder()
                                .setCollectionName(collection)
                                .setHashedRwset(hashed.build().toByteString())))
                .build();
        ProposalResponsePayload response = ProposalResponsePayload.newBuilder()
                .setExtension(ChaincodeAction.newBuilder()
                        .setResults(results.toByteString())
                        .build()
                        .toByteString())
                .build();
        ChaincodeActionPayload action = ChaincodeActionPayload.newBuilder()
                .setAction(ChaincodeEndorsedAction.newBuilder()
                        .setProposalResponsePayload(response.toByteString())
                        .addEndorsements(Endorsement.newBuilder().setEndorser(identity("AU"))))
                .build();
        return Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder().setPayload(action.toByteString()))
                .build();
    }

    private static ByteString identity(String msp) {
        return SerializedIdentity.newBuilder().setMspid(msp).build().toByteString();
    }

    private static ByteString sha256(String text) {
        return ByteString.copyFrom(
                Digest.of(text.getBytes(StandardCharsets.UTF_8)).raw());
    }
}
