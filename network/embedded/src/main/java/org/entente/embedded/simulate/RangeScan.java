package org.entente.embedded.simulate;

import com.google.protobuf.ByteString;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.BiFunction;
import org.entente.embedded.rwset.Versions;
import org.entente.embedded.state.PrivateValue;
import org.entente.embedded.state.Version;
import org.entente.embedded.state.Versioned;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;

/**
 * Reads keys one after the other and remembers what it saw, so that commit can see whether a key appeared or vanished in
 * the part that was read.
 */
public final class RangeScan {
    private final Iterator<Found> found;
    private final String end;
    private final RangeQueryInfo.Builder info;
    private final QueryReads.Builder reads = QueryReads.newBuilder();

    private RangeScan(Iterator<Found> found, String start, String end) {
        this.found = found;
        this.end = end;
        this.info = RangeQueryInfo.newBuilder().setStartKey(start);
    }

    /**
     * A key and its value.
     *
     * @param key the key
     * @param value the committed value
     * @param version where it was written
     */
    public record Found(String key, ByteString value, Version version) {}

    static RangeScan overPublic(NavigableMap<String, Versioned> values, String start, String end) {
        return over(values, start, end, (key, value) -> new Found(key, value.value(), value.version()));
    }

    static RangeScan overPrivate(NavigableMap<String, PrivateValue> values, String start, String end) {
        return over(values, start, end, (key, value) -> new Found(key, value.value(), value.version()));
    }

    private static <V> RangeScan over(
            NavigableMap<String, V> values, String start, String end, BiFunction<String, V, Found> found) {
        Iterator<Found> each = bounded(values, start, end).entrySet().stream()
                .map(entry -> found.apply(entry.getKey(), entry.getValue()))
                .iterator();
        return new RangeScan(each, start, end);
    }

    /**
     * The next key.
     *
     * @return key and value, or empty at the end
     */
    public Optional<Found> next() {
        if (!found.hasNext()) {
            info.setEndKey(end).setItrExhausted(true);
            return Optional.empty();
        }
        Found next = found.next();
        info.setEndKey(next.key());
        reads.addKvReads(KVRead.newBuilder().setKey(next.key()).setVersion(Versions.toProto(next.version())));
        return Optional.of(next);
    }

    RangeQueryInfo info() {
        return info.setRawReads(reads).build();
    }

    /**
     * The part of a map between two keys.
     *
     * @param values a sorted map
     * @param start first key
     * @param end first key after it, empty for no bound
     * @param <V> what the values are
     * @return a view
     */
    private static <V> NavigableMap<String, V> bounded(NavigableMap<String, V> values, String start, String end) {
        if (end.isEmpty()) {
            return values.tailMap(start, true);
        }
        // a range that ends before it starts is empty, not an error
        return values.comparator() != null && values.comparator().compare(start, end) > 0
                ? values.subMap(start, true, start, false)
                : values.subMap(start, true, end, false);
    }
}
