package org.entente.embedded.gateway;

import io.grpc.stub.ServerCallStreamObserver;
import org.entente.embedded.block.EndorsedAction;
import org.entente.embedded.block.EnvelopeHeaders;
import org.entente.embedded.block.TransactionFilter;
import org.entente.embedded.deliver.BlockSink;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsRequest;
import org.hyperledger.fabric.protos.gateway.ChaincodeEventsResponse;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Picks one reader's events from blocks: of one chaincode, of valid transactions, after a given transaction. */
final class EventSink implements BlockSink {
    private final ChaincodeEventsRequest request;
    private final ServerCallStreamObserver<ChaincodeEventsResponse> response;
    private boolean passed;

    EventSink(ChaincodeEventsRequest request, ServerCallStreamObserver<ChaincodeEventsResponse> response) {
        this.request = request;
        this.response = response;
        this.passed = request.getAfterTransactionId().isEmpty();
    }

    @Override
    public boolean isReady() {
        return response.isReady();
    }

    @Override
    public boolean isGone() {
        return response.isCancelled();
    }

    @Override
    public boolean take(Block block) {
        ChaincodeEventsResponse.Builder events = ChaincodeEventsResponse.newBuilder()
                .setBlockNumber(block.getHeader().getNumber());
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            if (TransactionFilter.get(block, i) == TxValidationCode.VALID) {
                EnvelopeHeaders.parse(block.getData().getData(i))
                        .filter(headers -> headers.channel().getType() == HeaderType.ENDORSER_TRANSACTION_VALUE)
                        .flatMap(headers -> EndorsedAction.parse(headers.payload()))
                        .flatMap(EndorsedAction::event)
                        .filter(this::isWanted)
                        .ifPresent(events::addEvents);
            }
        }
        if (events.getEventsCount() > 0) {
            response.onNext(events.build());
        }
        return true;
    }

    private boolean isWanted(ChaincodeEvent event) {
        if (!passed) {
            passed = event.getTxId().equals(request.getAfterTransactionId());
            return false;
        }
        return event.getChaincodeId().equals(request.getChaincodeId());
    }
}
