package org.entente.certs.credential.document;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.entente.certs.credential.did.DidWeb;
import org.entente.model.json.Alphabet;

/**
 * The id of a credential: an address on the issuer's host with 128 random bits. It is never the certificate's number, which
 * others could count through.
 *
 * @param value for example {@code https://customs.example.au/credentials/AAECAwQFBgcICQoLDA0ODw}
 */
public record CredentialId(String value) {
    /** Where an issuer's credentials are named. */
    public static final String PATH = "/credentials/";

    private static final int RANDOM_BYTES = 16;
    private static final int TOKEN_LENGTH = 22;
    private static final int LONGEST_HOST = 260;
    private static final String SCHEME = "https://";
    private static final Alphabet HOST = Alphabet.of("az09..::--");

    /** The last character of 16 bytes in base64url has only two bits. */
    private static final Alphabet LAST = Alphabet.of("AAQQggww");

    /** Refuses another form with {@link IllegalArgumentException}. */
    public CredentialId {
        if (!isForm(value)) {
            throw new IllegalArgumentException("not a credential's id");
        }
    }

    private static boolean isForm(String value) {
        int token = value.length() - TOKEN_LENGTH;
        int path = token - PATH.length();
        int host = path - SCHEME.length();
        return host > 0
                && host <= LONGEST_HOST
                && value.startsWith(SCHEME)
                && HOST.spellsPart(value, SCHEME.length(), path)
                && value.startsWith(PATH, path)
                && Alphabet.BASE64URL.spellsPart(value, token, value.length())
                && LAST.has(value.charAt(value.length() - 1));
    }

    /**
     * A new id.
     *
     * @param did the issuer's did:web
     * @param random a strong source
     * @return an id that nobody can guess
     */
    public static CredentialId draw(String did, SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new CredentialId(DidWeb.address(did, PATH)
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /**
     * The 128 random bits.
     *
     * @return 22 characters of base64url
     */
    public String token() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /**
     * Whether the id is on the host of an issuer.
     *
     * @param did the issuer's DID
     * @return true if the host is the one that the did:web names
     */
    public boolean isOf(String did) {
        Optional<String> host = DidWeb.host(did);
        return host.isPresent() && value.equals(DidWeb.address(did, PATH) + token());
    }

    @Override
    public String toString() {
        return value;
    }
}
