package org.entente.certs.key;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The two kinds of key that sign here. */
public enum KeyAlgorithm {
    /** ECDSA on P-256 with SHA-256 (FIPS 186-5): everything that Fabric reads, and credentials. */
    P256("3059301306072a8648ce3d020106082a8648ce3d03010703420004", 91),
    /** Ed25519 (RFC 8032): credentials only. */
    ED25519("302a300506032b6570032100", 44);

    @SuppressWarnings("ImmutableEnumChecker") // never given out, never changed
    private final byte[] spkiPrefix;

    private final int spkiLength;

    KeyAlgorithm(String spkiPrefix, int spkiLength) {
        this.spkiPrefix = HexFormat.of().parseHex(spkiPrefix);
        this.spkiLength = spkiLength;
    }

    /**
     * The algorithm of a public key, by the one accepted encoding of each.
     *
     * @param spki SubjectPublicKeyInfo, DER (RFC 5480 with an uncompressed point; RFC 8410)
     * @return the algorithm; empty for any other key or encoding
     */
    public static Optional<KeyAlgorithm> ofSpki(byte[] spki) {
        if (P256.encodes(spki)) {
            return Optional.of(P256);
        }
        return ED25519.encodes(spki) ? Optional.of(ED25519) : Optional.empty();
    }

    /**
     * The public key without what is the same for all keys of the algorithm.
     *
     * @param spki a key of this algorithm
     * @return x and y of 32 bytes each for P-256, the 32 bytes of RFC 8032 for Ed25519
     * @throws IllegalArgumentException if it is a key of another algorithm
     */
    public byte[] publicBytes(byte[] spki) {
        if (!encodes(spki)) {
            throw new IllegalArgumentException("not a public key of " + this);
        }
        return Arrays.copyOfRange(spki, spkiPrefix.length, spkiLength);
    }

    /**
     * The encoding of a public key. Whether P-256 coordinates lie on the curve is not looked at.
     *
     * @param publicBytes as {@link #publicBytes} gives them
     * @return SubjectPublicKeyInfo, DER
     * @throws IllegalArgumentException if there are more or fewer bytes
     */
    public byte[] spki(byte[] publicBytes) {
        if (spkiPrefix.length + publicBytes.length != spkiLength) {
            throw new IllegalArgumentException("not the public key bytes of " + this);
        }
        byte[] spki = Arrays.copyOf(spkiPrefix, spkiLength);
        System.arraycopy(publicBytes, 0, spki, spkiPrefix.length, publicBytes.length);
        return spki;
    }

    private boolean encodes(byte[] spki) {
        return spki.length == spkiLength && Arrays.mismatch(spki, spkiPrefix) == spkiPrefix.length;
    }
}
