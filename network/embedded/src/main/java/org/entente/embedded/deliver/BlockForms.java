package org.entente.embedded.deliver;

import java.util.List;
import org.entente.embedded.block.EndorsedAction;
import org.entente.embedded.block.EnvelopeHeaders;
import org.entente.embedded.block.TransactionFilter;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.channel.PrivateCollection;
import org.entente.embedded.identity.Identity;
import org.entente.embedded.privacy.PrivateWrite;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxPvtReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.DeliverResponse;
import org.hyperledger.fabric.protos.peer.FilteredBlock;
import org.hyperledger.fabric.protos.peer.FilteredChaincodeAction;
import org.hyperledger.fabric.protos.peer.FilteredTransaction;
import org.hyperledger.fabric.protos.peer.FilteredTransactionActions;

/** The three forms in which a block is delivered. */
final class BlockForms {
    private BlockForms() {}

    /** Gives a block its form for a reader. */
    interface Form {
        DeliverResponse of(Block block, Identity reader);
    }

    static DeliverResponse whole(Block block) {
        return DeliverResponse.newBuilder().setBlock(block).build();
    }

    static DeliverResponse withPrivateData(Block block, List<PrivateWrite> writes, Channel channel, Identity reader) {
        BlockAndPrivateData.Builder both = BlockAndPrivateData.newBuilder().setBlock(block);
        writes.stream()
                .filter(write -> channel.collection(write.collection())
                        .filter(collection -> mayRead(collection, reader))
                        .isPresent())
                .forEach(write -> both.putPrivateDataMap(
                        write.transaction(),
                        added(
                                both.getPrivateDataMapOrDefault(
                                        write.transaction(), TxPvtReadWriteSet.getDefaultInstance()),
                                channel,
                                write)));
        return DeliverResponse.newBuilder().setBlockAndPrivateData(both).build();
    }

    private static boolean mayRead(PrivateCollection collection, Identity reader) {
        return !collection.memberOnly() || collection.members().contains(reader.member());
    }

    private static TxPvtReadWriteSet added(TxPvtReadWriteSet set, Channel channel, PrivateWrite write) {
        TxPvtReadWriteSet.Builder more = set.toBuilder().setDataModel(TxReadWriteSet.DataModel.KV);
        NsPvtReadWriteSet.Builder own = more.getNsPvtRwsetCount() == 0
                ? more.addNsPvtRwsetBuilder().setNamespace(channel.chaincode())
                : more.getNsPvtRwsetBuilder(0);
        own.addCollectionPvtRwset(CollectionPvtReadWriteSet.newBuilder()
                .setCollectionName(write.collection())
                .setRwset(write.set()));
        return more.build();
    }

    static DeliverResponse filtered(Block block) {
        FilteredBlock.Builder filtered =
                FilteredBlock.newBuilder().setNumber(block.getHeader().getNumber());
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            int index = i;
            EnvelopeHeaders.parse(block.getData().getData(i)).ifPresent(headers -> {
                filtered.setChannelId(headers.channel().getChannelId());
                filtered.addFilteredTransactions(
                        filtered(headers).setTxValidationCode(TransactionFilter.get(block, index)));
            });
        }
        return DeliverResponse.newBuilder().setFilteredBlock(filtered).build();
    }

    private static FilteredTransaction.Builder filtered(EnvelopeHeaders headers) {
        FilteredTransaction.Builder transaction = FilteredTransaction.newBuilder()
                .setTxid(headers.channel().getTxId())
                .setTypeValue(headers.channel().getType());
        if (headers.channel().getType() == HeaderType.ENDORSER_TRANSACTION_VALUE) {
            FilteredTransactionActions.Builder actions = FilteredTransactionActions.newBuilder();
            EndorsedAction.parse(headers.payload())
                    .flatMap(EndorsedAction::event)
                    .ifPresent(event -> actions.addChaincodeActions(
                            FilteredChaincodeAction.newBuilder().setChaincodeEvent(withoutPayload(event))));
            transaction.setTransactionActions(actions);
        }
        return transaction;
    }

    private static ChaincodeEvent withoutPayload(ChaincodeEvent event) {
        return event.toBuilder().clearPayload().build();
    }
}
