package org.entente.embedded.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.embedded.block.EnvelopeHeaders;
import org.entente.embedded.block.TransactionFilter;
import org.hyperledger.fabric.protos.common.Block;

/** Where each transaction stands. Of several with one id the first counts, valid or not, as on a peer. */
final class TransactionIndex {
    private final Map<String, TransactionStatus> statuses = new ConcurrentHashMap<>();

    List<String> add(Block block) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < block.getData().getDataCount(); i++) {
            int index = i;
            EnvelopeHeaders.parse(block.getData().getData(i))
                    .map(envelope -> envelope.channel().getTxId())
                    .filter(id -> !id.isEmpty())
                    .ifPresent(id -> {
                        statuses.putIfAbsent(
                                id,
                                new TransactionStatus(
                                        block.getHeader().getNumber(), index, TransactionFilter.get(block, index)));
                        ids.add(id);
                    });
        }
        return ids;
    }

    Optional<TransactionStatus> find(String transactionId) {
        return Optional.ofNullable(statuses.get(transactionId));
    }
}
