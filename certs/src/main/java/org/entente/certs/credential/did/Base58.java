package org.entente.certs.credential.did;

import java.math.BigInteger;
import java.util.Optional;

/** Multibase base58btc (CID 1.0, section 2.4): {@code z} and the digits of Bitcoin's base 58. */
public final class Base58 {
    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);
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
        StringBuilder digits = new StringBuilder();
        BigInteger rest = new BigInteger(1, bytes);
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            digits.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            digits.append(DIGITS.charAt(0));
        }
        return digits.append(MULTIBASE).reverse().toString();
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
        BigInteger number = BigInteger.ZERO;
        int zeros = 0;
        for (int i = 1; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            zeros += digit == 0 && zeros == i - 1 ? 1 : 0;
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        byte[] magnitude = number.toByteArray();
        int sign = magnitude[0] == 0 ? 1 : 0;
        byte[] bytes = new byte[zeros + magnitude.length - sign];
        System.arraycopy(magnitude, sign, bytes, zeros, magnitude.length - sign);
        return Optional.of(bytes);
    }
}
