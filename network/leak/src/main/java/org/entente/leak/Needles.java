package org.entente.leak;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Private values in every {@link Spelling}, found in one pass: each is indexed by its first eight bytes. Immutable. */
final class Needles {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int FILTER_BITS = 20;

    private record Needle(String value, Spelling spelling, byte[] bytes) {}

    private final Map<Long, List<Needle>> byStart = new HashMap<>();
    private final BitSet filter = new BitSet(1 << FILTER_BITS);

    Needles(Collection<String> values) {
        for (String value : new LinkedHashSet<>(values)) {
            if (value.length() < LeakSearch.SHORTEST) {
                throw new IllegalArgumentException("too short to mean anything: " + value);
            }
            for (Spelling spelling : Spelling.values()) {
                for (byte[] bytes : spelling.variants(value.getBytes(StandardCharsets.UTF_8))) {
                    long start = (long) LONG.get(bytes, 0);
                    filter.set(bit(start));
                    byStart.computeIfAbsent(start, first -> new ArrayList<>()).add(new Needle(value, spelling, bytes));
                }
            }
        }
    }

    void find(String place, byte[] hay, Consumer<Leak> found) {
        for (int at = 0; at + Long.BYTES <= hay.length; at++) {
            long start = (long) LONG.get(hay, at);
            if (filter.get(bit(start))) {
                for (Needle needle : byStart.getOrDefault(start, List.of())) {
                    if (startsWith(hay, at, needle.bytes())) {
                        found.accept(new Leak(place, needle.value(), needle.spelling(), at));
                    }
                }
            }
        }
    }

    int count() {
        return byStart.values().stream().mapToInt(List::size).sum();
    }

    private static boolean startsWith(byte[] hay, int at, byte[] needle) {
        int end = at + needle.length;
        return end <= hay.length && Arrays.equals(hay, at, end, needle, 0, needle.length);
    }

    /** Multiplied by 2^64 divided by the golden ratio, which spreads what is alike over all bits. */
    private static int bit(long start) {
        return (int) ((start * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - FILTER_BITS));
    }
}
