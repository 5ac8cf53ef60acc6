package org.entente.conformance.leak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Searches bytes for private values in every {@link Spelling}. All needles are found in one pass: each is indexed by its
 * first four bytes, and most places are passed over by the first two.
 */
public final class LeakSearch {
    private static final int PREFIX = 4;

    private record Needle(String value, Spelling spelling, byte[] bytes) {}

    private final Map<Integer, List<Needle>> needles = new HashMap<>();
    private final BitSet beginnings = new BitSet(1 << 16);

    /**
     * A search for some values.
     *
     * @param values private values; short ones would be found everywhere
     * @throws IllegalArgumentException if a value is shorter than 6 characters
     */
    public LeakSearch(Collection<String> values) {
        for (String value : values) {
            if (value.length() < 6) {
                throw new IllegalArgumentException("too short to mean anything: " + value);
            }
            for (Spelling spelling : Spelling.values()) {
                for (byte[] bytes : spelling.variants(value.getBytes(StandardCharsets.UTF_8))) {
                    beginnings.set(prefix(bytes, 0) >>> 16);
                    needles.computeIfAbsent(prefix(bytes, 0), first -> new ArrayList<>())
                            .add(new Needle(value, spelling, bytes));
                }
            }
        }
    }

    /**
     * Searches one place.
     *
     * @param place its name in the report
     * @param hay what stands there
     * @return every leak
     */
    public List<Leak> in(String place, byte[] hay) {
        List<Leak> leaks = new ArrayList<>();
        for (int at = 0; at + PREFIX <= hay.length; at++) {
            if (!beginnings.get(((hay[at] & 0xff) << 8) | (hay[at + 1] & 0xff))) {
                continue;
            }
            for (Needle needle : needles.getOrDefault(prefix(hay, at), List.of())) {
                if (startsWith(hay, at, needle.bytes())) {
                    leaks.add(new Leak(place, needle.value(), needle.spelling(), at));
                }
            }
        }
        return leaks;
    }

    /**
     * Searches files and everything in folders, names included.
     *
     * @param places files and folders
     * @return every leak
     */
    public List<Leak> in(Collection<Path> places) {
        List<Leak> leaks = new ArrayList<>();
        for (Path place : places) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.toList()) {
                    leaks.addAll(in("name of " + file, file.toString().getBytes(StandardCharsets.UTF_8)));
                    if (Files.isRegularFile(file)) {
                        leaks.addAll(in(file.toString(), Files.readAllBytes(file)));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return leaks;
    }

    private static boolean startsWith(byte[] hay, int at, byte[] needle) {
        return at + needle.length <= hay.length
                && java.util.Arrays.equals(hay, at, at + needle.length, needle, 0, needle.length);
    }

    private static int prefix(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 24)
                | ((bytes[at + 1] & 0xff) << 16)
                | ((bytes[at + 2] & 0xff) << 8)
                | (bytes[at + 3] & 0xff);
    }
}
