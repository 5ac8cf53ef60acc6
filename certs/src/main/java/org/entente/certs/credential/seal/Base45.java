package org.entente.certs.credential.seal;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Bytes in the characters of a QR code's alphanumeric mode (RFC 9285): three for two bytes, two for a last single one. */
final class Base45 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = 45;

    private Base45() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length + 1) / 2 * 3);
        for (int at = 0; at < bytes.length; at += 2) {
            boolean pair = at + 1 < bytes.length;
            int value = pair ? ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff) : bytes[at] & 0xff;
            text.append(ALPHABET.charAt(value % BASE)).append(ALPHABET.charAt(value / BASE % BASE));
            if (pair) {
                text.append(ALPHABET.charAt(value / BASE / BASE));
            }
        }
        return text.toString();
    }

    /** Empty for a text that encodes no bytes; each sequence of bytes has one text only (RFC 9285, 6). */
    static Optional<byte[]> decode(String text) {
        if (text.length() % 3 == 1) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int at = 0; at < text.length(); at += 3) {
            boolean pair = at + 2 < text.length();
            int value = value(text, at, pair ? 3 : 2);
            if (value < 0 || value > (pair ? 0xffff : 0xff)) {
                return Optional.empty();
            }
            if (pair) {
                bytes.write(value >> 8);
            }
            bytes.write(value);
        }
        return Optional.of(bytes.toByteArray());
    }

    private static int value(String text, int at, int length) {
        int value = 0;
        for (int i = at + length - 1; i >= at; i--) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return -1;
            }
            value = value * BASE + digit;
        }
        return value;
    }
}
