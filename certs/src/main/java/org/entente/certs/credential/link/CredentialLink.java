package org.entente.certs.credential.link;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.ledger.Digest;

/**
 * A link to a credential: {@code https://host/c/opaque#hash.key}. A browser does not send what follows {@code #}, so no
 * server and no log sees hash or key (RFC 3986, 3.5; RFC 9110, 7.1). The key is a secret: whoever holds it reads the
 * certificate.
 *
 * @param host where it leads
 * @param opaque the address there: 16 random bytes in base64url, 22 characters; nothing can be guessed or counted from it
 * @param hash SHA-256 of the credential, so that no other can be put in its place
 * @param key 32 random bytes for AES-256-GCM; must not be changed
 */
public record CredentialLink(LinkHost host, String opaque, Digest hash, byte[] key) {
    /** The most characters that are looked at. */
    public static final int MAX_LENGTH = 256;

    /** How many bytes the key has. */
    public static final int KEY_BYTES = 32;

    private static final int OPAQUE_BYTES = 16;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String HASH_OR_KEY = "([A-Za-z0-9_-]{43})";
    private static final Pattern FORM =
            Pattern.compile("(https?://[a-z0-9.:-]+)/c/([A-Za-z0-9_-]{22})#" + HASH_OR_KEY + "\\." + HASH_OR_KEY);

    /** Refuses another length of address or key with {@link IllegalArgumentException}. */
    public CredentialLink {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
        }
        bytes(opaque, OPAQUE_BYTES);
    }

    /**
     * A new link with an address and a key that nobody can guess. A credential that is issued again gets a new one.
     *
     * @param host where it leads
     * @param hash SHA-256 of the credential's bytes
     * @param random the source of chance
     * @return the link
     */
    public static CredentialLink create(LinkHost host, Digest hash, SecureRandom random) {
        byte[] address = new byte[OPAQUE_BYTES];
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(address);
        random.nextBytes(key);
        return new CredentialLink(host, ENCODER.encodeToString(address), hash, key);
    }

    /**
     * Reads a link. One link has one spelling.
     *
     * @param text what stands in a QR code, without anything before or after
     * @return the link, or why it is none
     */
    public static Checked<CredentialLink> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return rejected(LinkCode.LINK_TOO_LARGE, text.length() + " characters");
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return rejected(LinkCode.LINK_MALFORMED, "https://host/c/address#hash.key is expected");
        }
        try {
            return new Checked.Accepted<>(
                    new CredentialLink(
                            new LinkHost(matcher.group(1)),
                            matcher.group(2),
                            Digest.ofRaw(bytes(matcher.group(3), 32)),
                            bytes(matcher.group(4), KEY_BYTES)),
                    List.of());
        } catch (IllegalArgumentException e) {
            return rejected(LinkCode.LINK_MALFORMED, "a host, or base64url in another spelling");
        }
    }

    /**
     * The link as a QR code carries it. A secret.
     *
     * @return the text
     */
    public String text() {
        return address() + "#" + ENCODER.encodeToString(hash.raw()) + "." + ENCODER.encodeToString(key);
    }

    /**
     * What a server sees of the link.
     *
     * @return the text up to the fragment
     */
    public String address() {
        return host + "/c/" + opaque;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CredentialLink that
                && host.equals(that.host)
                && opaque.equals(that.opaque)
                && hash.equals(that.hash)
                && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return opaque.hashCode();
    }

    /** The address only: nothing secret gets into a log. */
    @Override
    public String toString() {
        return "CredentialLink[" + address() + "]";
    }

    private static byte[] bytes(String text, int length) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length != length || !ENCODER.encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("not " + length + " bytes in base64url");
        }
        return bytes;
    }

    private static Checked<CredentialLink> rejected(LinkCode code, String detail) {
        return new Checked.Rejected<>(List.of(Finding.of(code, "", detail)));
    }
}
