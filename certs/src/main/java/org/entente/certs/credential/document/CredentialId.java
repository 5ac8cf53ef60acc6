package org.entente.certs.credential.document;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.certs.credential.did.DidWeb;

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
    private static final Pattern FORM =
            Pattern.compile("https://[a-z0-9.:-]{1,260}/credentials/[A-Za-z0-9_-]{21}[AQgw]");

    /** Refuses another form with {@link IllegalArgumentException}. */
    public CredentialId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a credential's id");
        }
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
