package org.entente.certs.key;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The two numbers of a P-256 signature and their only accepted encoding: strict DER (X.690, 8.3 and 10.1), so that one
 * signature is one sequence of bytes. For every (r, s) the pair (r, n-s) verifies too; only the lower s is accepted.
 */
record EcdsaSignature(BigInteger r, BigInteger s) {
    /** The order n of P-256 (SEC 2, 2.4.2). */
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private static final BigInteger HALF_ORDER = ORDER.shiftRight(1);
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int WIDTH = 32;

    /** Reads strict DER with r and s from 1 to n-1; empty for anything else. */
    static Optional<EcdsaSignature> parse(byte[] der) {
        ByteBuffer in = ByteBuffer.wrap(der);
        // 72 bytes at most, so every length takes its one-byte form
        if (der.length < 8 || der.length > 72 || in.get() != SEQUENCE || in.get() != in.remaining()) {
            return Optional.empty();
        }
        Optional<BigInteger> r = number(in);
        Optional<BigInteger> s = number(in);
        return r.isPresent() && s.isPresent() && !in.hasRemaining()
                ? Optional.of(new EcdsaSignature(r.get(), s.get()))
                : Optional.empty();
    }

    boolean isLow() {
        return s.compareTo(HALF_ORDER) <= 0;
    }

    EcdsaSignature low() {
        return isLow() ? this : new EcdsaSignature(r, ORDER.subtract(s));
    }

    byte[] der() {
        byte[] first = r.toByteArray();
        byte[] second = s.toByteArray();
        ByteBuffer out = ByteBuffer.allocate(6 + first.length + second.length);
        out.put((byte) SEQUENCE).put((byte) (out.capacity() - 2));
        out.put((byte) INTEGER).put((byte) first.length).put(first);
        out.put((byte) INTEGER).put((byte) second.length).put(second);
        return out.array();
    }

    /** Reads r and s of 32 bytes each, both from 1 to n-1; empty for anything else. */
    static Optional<EcdsaSignature> ofFixedWidth(byte[] bytes) {
        if (bytes.length != 2 * WIDTH) {
            return Optional.empty();
        }
        BigInteger r = new BigInteger(1, bytes, 0, WIDTH);
        BigInteger s = new BigInteger(1, bytes, WIDTH, WIDTH);
        return inRange(r) && inRange(s) ? Optional.of(new EcdsaSignature(r, s)) : Optional.empty();
    }

    byte[] fixedWidth() {
        byte[] out = new byte[2 * WIDTH];
        copy(r, out, WIDTH);
        copy(s, out, 2 * WIDTH);
        return out;
    }

    /** Without the sign byte that a number of 256 bits has in front, and with the zeros that a short one lacks. */
    private static void copy(BigInteger number, byte[] out, int end) {
        byte[] bytes = number.toByteArray();
        int length = Math.min(bytes.length, WIDTH);
        System.arraycopy(bytes, bytes.length - length, out, end - length, length);
    }

    private static boolean inRange(BigInteger number) {
        return number.signum() > 0 && number.compareTo(ORDER) < 0;
    }

    private static Optional<BigInteger> number(ByteBuffer in) {
        if (in.remaining() < 3 || in.get() != INTEGER) {
            return Optional.empty();
        }
        int length = in.get();
        if (length < 1 || length > 33 || length > in.remaining()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        BigInteger value = new BigInteger(bytes);
        boolean shortest = length == 1 || bytes[0] != 0 || bytes[1] < 0;
        return shortest && inRange(value) ? Optional.of(value) : Optional.empty();
    }
}
