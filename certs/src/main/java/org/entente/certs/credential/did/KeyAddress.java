package org.entente.certs.credential.did;

import java.util.Optional;

/**
 * A DID URL that names one key: the verification method of a proof, the {@code kid} of a vc+jwt. In the did:web documents
 * made here a key stands twice: as Multikey under its id, and as JsonWebKey under its id with {@value #JWK_SUFFIX}.
 *
 * @param did whose key
 * @param fragment which one
 */
public record KeyAddress(String did, String fragment) {
    /** Follows the key id where the key stands as JsonWebKey; no key id holds a point. */
    public static final String JWK_SUFFIX = ".jwk";

    private static final int MAX_LENGTH = 500;
    private static final String DID_KEY = "did:key:";

    /**
     * The address of a key as Multikey.
     *
     * @param did whose
     * @param keyId the key's id
     * @return the address
     */
    public static KeyAddress multikey(String did, String keyId) {
        return new KeyAddress(did, keyId);
    }

    /**
     * The address of a key as JsonWebKey.
     *
     * @param did whose
     * @param keyId the key's id
     * @return the address
     */
    public static KeyAddress jwk(String did, String keyId) {
        return new KeyAddress(did, keyId + JWK_SUFFIX);
    }

    /**
     * The address of a key that is its own identifier.
     *
     * @param spki a P-256 or Ed25519 key
     * @return for example {@code did:key:zDn...#zDn...}
     */
    public static KeyAddress didKey(byte[] spki) {
        String text = Multikey.write(spki);
        return new KeyAddress(DID_KEY + text, text);
    }

    /**
     * Reads an address.
     *
     * @param text any text
     * @return the address; empty if the text is no DID with a fragment
     */
    public static Optional<KeyAddress> parse(String text) {
        int hash = text.indexOf('#');
        boolean plausible = text.length() <= MAX_LENGTH
                && text.startsWith("did:")
                && hash > 0
                && hash == text.lastIndexOf('#')
                && hash < text.length() - 1
                && isVisible(text);
        return plausible
                ? Optional.of(new KeyAddress(text.substring(0, hash), text.substring(hash + 1)))
                : Optional.empty();
    }

    private static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    /**
     * The id under which a member published the key.
     *
     * @return the fragment without the suffix
     */
    public String keyId() {
        return fragment.endsWith(JWK_SUFFIX)
                ? fragment.substring(0, fragment.length() - JWK_SUFFIX.length())
                : fragment;
    }

    /**
     * The key of a did:key, which needs nobody to look it up. It proves nothing about who holds the key.
     *
     * @return SubjectPublicKeyInfo, DER; empty for another method, or where the fragment names another key
     */
    public Optional<byte[]> selfContainedKey() {
        return did.equals(DID_KEY + fragment) ? Multikey.parse(fragment) : Optional.empty();
    }

    @Override
    public String toString() {
        return did + "#" + fragment;
    }
}
