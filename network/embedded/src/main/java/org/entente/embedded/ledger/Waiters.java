package org.entente.embedded.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Who waits for which transaction. Each is told at most once. */
final class Waiters {
    private final Map<String, Map<Long, Consumer<TransactionStatus>>> waiting = new HashMap<>();
    private long tickets;

    synchronized Runnable add(String transactionId, Consumer<TransactionStatus> then) {
        long ticket = tickets++;
        waiting.computeIfAbsent(transactionId, any -> new HashMap<>()).put(ticket, then);
        return () -> remove(transactionId, ticket);
    }

    void tell(String transactionId, TransactionStatus status) {
        take(transactionId).forEach(then -> then.accept(status));
    }

    private synchronized List<Consumer<TransactionStatus>> take(String transactionId) {
        Map<Long, Consumer<TransactionStatus>> all = waiting.remove(transactionId);
        return all == null ? List.of() : new ArrayList<>(all.values());
    }

    private synchronized void remove(String transactionId, long ticket) {
        waiting.computeIfPresent(transactionId, (id, all) -> {
            all.remove(ticket);
            return all.isEmpty() ? null : all;
        });
    }
}
