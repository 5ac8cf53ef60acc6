package org.entente.certs.credential.did;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Multibase base58btc (CID 1.0, section 2.4): {@code z} and the digits of Bitcoin's base 58. */
public final class Base58 {
    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int BASE = 58;

    /** Digits that are taken at once, and 58 to that power: both fit where one number of 32 bits meets another. */
    private static final int STEP = 5;

    private static final int STEP_BASE = BASE * BASE * BASE * BASE * BASE;
    private static final long LOW_32 = 0xffff_ffffL;
    private static final byte[] VALUES = values();
    private static final char MULTIBASE = 'z';

    /** Keys and signatures are far shorter; the arithmetic is quadratic. */
    private static final int MAX_LENGTH = 200;

    private Base58() {}

    /**
     * Writes bytes.
     *
     * @param bytes at most 140
     * @return {@code z} and base58btc
     */
    public static String multibase(byte[] bytes) {
        int[] number = numbers(bytes);
        int zeros = 0;
        while (zeros < bytes.length && bytes[zeros] == 0) {
            zeros++;
        }
        // a byte takes 1.37 digits
        byte[] text = new byte[1 + bytes.length * 138 / 100 + 1 + STEP];
        int at = text.length;
        for (int first = firstUsed(number, 0); first < number.length; first = firstUsed(number, first)) {
            int rest = divide(number, first);
            // of the topmost digits only those that are there
            boolean last = firstUsed(number, first) == number.length;
            for (int i = 0; i < STEP && (rest > 0 || !last); i++) {
                text[--at] = (byte) DIGITS.charAt(rest % BASE);
                rest /= BASE;
            }
        }
        for (int i = 0; i < zeros; i++) {
            text[--at] = (byte) DIGITS.charAt(0);
        }
        text[--at] = (byte) MULTIBASE;
        return new String(text, at, text.length - at, StandardCharsets.US_ASCII);
    }

    /**
     * Reads bytes. Every sequence of bytes has exactly one spelling.
     *
     * @param text {@code z} and base58btc
     * @return the bytes; empty for anything else, or anything longer than a key or signature
     */
    public static Optional<byte[]> parseMultibase(String text) {
        if (text.length() < 2 || text.length() > MAX_LENGTH || text.charAt(0) != MULTIBASE) {
            return Optional.empty();
        }
        int[] number = new int[text.length() * 74 / 100 / Integer.BYTES + 1];
        int zeros = 0;
        int step = 0;
        int base = 1;
        for (int i = 1; i < text.length(); i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            zeros += digit == 0 && zeros == i - 1 ? 1 : 0;
            step = step * BASE + digit;
            base *= BASE;
            if (base == STEP_BASE || i == text.length() - 1) {
                add(number, step, base);
                step = 0;
                base = 1;
            }
        }
        ByteBuffer whole = ByteBuffer.allocate(number.length * Integer.BYTES);
        whole.asIntBuffer().put(number);
        int skip = 0;
        while (skip < whole.capacity() && whole.get(skip) == 0) {
            skip++;
        }
        byte[] bytes = new byte[zeros + whole.capacity() - skip];
        whole.get(skip, bytes, zeros, whole.capacity() - skip);
        return Optional.of(bytes);
    }

    /** The bytes as one number in base 2^32, most significant first. */
    private static int[] numbers(byte[] bytes) {
        int[] number = new int[(bytes.length + Integer.BYTES - 1) / Integer.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            int fromEnd = bytes.length - 1 - i;
            number[number.length - 1 - fromEnd / Integer.BYTES] |= (bytes[i] & 0xff) << (8 * (fromEnd % Integer.BYTES));
        }
        return number;
    }

    private static int firstUsed(int[] number, int from) {
        int first = from;
        while (first < number.length && number[first] == 0) {
            first++;
        }
        return first;
    }

    /** Divides in place and gives what is left over: the next five digits. */
    private static int divide(int[] number, int first) {
        long rest = 0;
        for (int i = first; i < number.length; i++) {
            long part = (rest << Integer.SIZE) | (number[i] & LOW_32);
            number[i] = (int) (part / STEP_BASE);
            rest = part % STEP_BASE;
        }
        return (int) rest;
    }

    /** Appends digits: the number times the base that they have together, plus their value. */
    private static void add(int[] number, int digits, int base) {
        long carry = digits;
        for (int i = number.length - 1; i >= 0; i--) {
            long part = (number[i] & LOW_32) * base + carry;
            number[i] = (int) part;
            carry = part >>> Integer.SIZE;
        }
    }

    private static int digit(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < BASE; i++) {
            values[DIGITS.charAt(i)] = (byte) i;
        }
        return values;
    }
}
