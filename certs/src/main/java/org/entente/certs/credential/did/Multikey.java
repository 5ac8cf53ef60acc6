package org.entente.certs.credential.did;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECCurve;
import org.bouncycastle.math.ec.ECPoint;
import org.entente.certs.key.KeyAlgorithm;

/** Public keys as Multikey text (CID 1.0, section 2.2.2): multicodec prefix and key in multibase. */
public final class Multikey {
    private static final byte[] P256 = {(byte) 0x80, 0x24};
    private static final byte[] ED25519 = {(byte) 0xed, 0x01};
    private static final int POINT_LENGTH = 33;
    private static final int COORDINATE = 32;
    private static final ECCurve CURVE = CustomNamedCurves.getByName("P-256").getCurve();

    private Multikey() {}

    /**
     * Writes a public key.
     *
     * @param spki a P-256 or Ed25519 key as SubjectPublicKeyInfo, DER
     * @return for example {@code zDn...} or {@code z6Mk...}
     * @throws IllegalArgumentException for any other key
     */
    public static String write(byte[] spki) {
        KeyAlgorithm algorithm = KeyAlgorithm.ofSpki(spki)
                .orElseThrow(() -> new IllegalArgumentException("neither a P-256 nor an Ed25519 key"));
        byte[] key = algorithm.publicBytes(spki);
        return Base58.multibase(
                switch (algorithm) {
                    case P256 -> joined(P256, compressed(key));
                    case ED25519 -> joined(ED25519, key);
                });
    }

    /**
     * Reads a public key.
     *
     * @param text the Multikey text
     * @return SubjectPublicKeyInfo, DER; empty for anything but a P-256 point on the curve or an Ed25519 key
     */
    public static Optional<byte[]> parse(String text) {
        return Base58.parseMultibase(text).flatMap(bytes -> {
            if (Arrays.mismatch(bytes, P256) == P256.length && bytes.length == P256.length + POINT_LENGTH) {
                return point(Arrays.copyOfRange(bytes, P256.length, bytes.length));
            }
            if (Arrays.mismatch(bytes, ED25519) == ED25519.length && bytes.length == ED25519.length + COORDINATE) {
                return Optional.of(KeyAlgorithm.ED25519.spki(Arrays.copyOfRange(bytes, ED25519.length, bytes.length)));
            }
            return Optional.empty();
        });
    }

    private static Optional<byte[]> point(byte[] compressed) {
        try {
            ECPoint point = CURVE.decodePoint(compressed);
            byte[] uncompressed = point.getEncoded(false);
            return Optional.of(KeyAlgorithm.P256.spki(Arrays.copyOfRange(uncompressed, 1, uncompressed.length)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** X and the parity of y (SEC 1, 2.3.3). */
    private static byte[] compressed(byte[] coordinates) {
        byte[] out = new byte[POINT_LENGTH];
        out[0] = (byte) (2 + (coordinates[coordinates.length - 1] & 1));
        System.arraycopy(coordinates, 0, out, 1, COORDINATE);
        return out;
    }

    private static byte[] joined(byte[] prefix, byte[] key) {
        byte[] all = Arrays.copyOf(prefix, prefix.length + key.length);
        System.arraycopy(key, 0, all, prefix.length, key.length);
        return all;
    }
}
