package org.entente.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.model.ledger.Digest;

/** What must not be found: private texts, each in every form in which it could lie about. Immutable. */
final class Needles {
    /** Shorter texts (country codes, units) stand everywhere by chance. */
    static final int SHORTEST = 8;

    private static final int FILTER_BITS = 1 << 20;

    private final Map<Long, List<Needle>> byStart = new HashMap<>();
    private final BitSet filter = new BitSet(FILTER_BITS);
    private final int texts;
    private final Set<String> forms = new LinkedHashSet<>();

    /**
     * A form of a text.
     *
     * @param text the text
     * @param form for example {@code hex}
     * @param bytes what is searched; must not be changed
     */
    record Needle(String text, String form, byte[] bytes) {}

    Needles(Set<String> secrets) {
        List<String> longEnough =
                secrets.stream().filter(text -> text.length() >= SHORTEST).toList();
        texts = longEnough.size();
        longEnough.forEach(this::addForms);
    }

    private void addForms(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] hash = Digest.of(utf8).raw();
        add(text, "UTF-8", utf8);
        add(text, "UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE));
        add(text, "UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE));
        add(text, "hex", ascii(HexFormat.of().formatHex(utf8)));
        add(text, "HEX", ascii(HexFormat.of().withUpperCase().formatHex(utf8)));
        addBase64(text, "base64", "base64url", utf8);
        add(text, "SHA-256", hash);
        add(text, "SHA-256 hex", ascii(HexFormat.of().formatHex(hash)));
        add(text, "SHA-256 HEX", ascii(HexFormat.of().withUpperCase().formatHex(hash)));
        addBase64(text, "SHA-256 base64", "SHA-256 base64url", hash);
    }

    /** Inside a longer text, base64 depends on where the bytes begin: the part that all such texts share, three times. */
    private void addBase64(String text, String plain, String url, byte[] bytes) {
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            int from = before == 0 ? 0 : before + 1;
            int to = shifted.length * 8 / 6;
            add(text, plain, ascii(Base64.getEncoder().encodeToString(shifted).substring(from, to)));
            add(text, url, ascii(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to)));
        }
    }

    private void add(String text, String form, byte[] bytes) {
        if (bytes.length >= Long.BYTES) {
            forms.add(form);
            long start = start(bytes, 0);
            byStart.computeIfAbsent(start, key -> new ArrayList<>()).add(new Needle(text, form, bytes));
            filter.set(bit(start));
        }
    }

    /** All needles that begin at a place of some bytes. */
    List<Needle> at(byte[] hay, int place) {
        long start = start(hay, place);
        return filter.get(bit(start))
                ? byStart.getOrDefault(start, List.of()).stream()
                        .filter(needle -> matches(hay, place, needle.bytes()))
                        .toList()
                : List.of();
    }

    int texts() {
        return texts;
    }

    Set<String> forms() {
        return Set.copyOf(forms);
    }

    int count() {
        return byStart.values().stream().mapToInt(List::size).sum();
    }

    private static boolean matches(byte[] hay, int place, byte[] needle) {
        return place + needle.length <= hay.length
                && java.util.Arrays.equals(hay, place, place + needle.length, needle, 0, needle.length);
    }

    private static long start(byte[] bytes, int at) {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << 8) | (bytes[at + i] & 0xff);
        }
        return value;
    }

    private static int bit(long start) {
        return (int) ((start * 0x9E3779B97F4A7C15L) >>> 44);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
