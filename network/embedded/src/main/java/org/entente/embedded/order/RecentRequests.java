package org.entente.embedded.order;

import com.google.protobuf.ByteString;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.entente.embedded.block.EnvelopeHeaders;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;

/**
 * Requests that wait, and the last thousand that went into a block, known by creator and nonce. As a SmartBFT orderer's pool
 * (v3.1.5, internal/bft/requestpool.go) it takes a waiting one again without ordering it twice, and refuses one that it has
 * processed; an older one, or one from before a restart, is ordered again and the peers find its id used. Safe for many
 * threads.
 */
final class RecentRequests {
    private static final int REMEMBERED = 1000;

    private final Set<ByteString> waiting = new HashSet<>();
    private final LinkedHashSet<ByteString> processed = new LinkedHashSet<>();

    /** Passes a request on, unless it is known. */
    synchronized Receipt admit(Envelope envelope, Supplier<Receipt> order) {
        Optional<ByteString> known = EnvelopeHeaders.parse(envelope).map(RecentRequests::key);
        if (known.isEmpty()) {
            return order.get();
        }
        ByteString key = known.get();
        if (processed.contains(key)) {
            return Receipt.refused(Status.SERVICE_UNAVAILABLE, "failed to submit request: request already processed");
        }
        if (waiting.contains(key)) {
            return Receipt.accepted();
        }
        Receipt receipt = order.get();
        if (receipt.status() == Status.SUCCESS) {
            waiting.add(key);
        }
        return receipt;
    }

    /** Notes that these go into a block. */
    synchronized void processed(List<ByteString> batch) {
        for (ByteString envelope : batch) {
            EnvelopeHeaders.parse(envelope).map(RecentRequests::key).ifPresent(key -> {
                waiting.remove(key);
                processed.add(key);
            });
        }
        Iterator<ByteString> oldest = processed.iterator();
        while (processed.size() > REMEMBERED) {
            oldest.next();
            oldest.remove();
        }
    }

    private static ByteString key(EnvelopeHeaders headers) {
        return headers.signature().toByteString();
    }
}
