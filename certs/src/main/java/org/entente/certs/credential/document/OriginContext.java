package org.entente.certs.credential.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.entente.certs.credential.did.DidWeb;

/**
 * The JSON-LD context of certificates of origin, version 1. Every issuer serves the same bytes; a credential names their
 * digest, and here they are known by that digest alone: nothing is ever fetched. The bytes never change; another meaning
 * is another version.
 */
public final class OriginContext {
    /** The context of W3C Verifiable Credentials Data Model 2.0. */
    public static final String CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2";

    /** Where an issuer serves the context. */
    public static final String PATH = "/contexts/origin-v1.jsonld";

    private static final byte[] BYTES = load();

    /** Digest in the form of Subresource Integrity, as {@code digestSRI} of {@code relatedResource} holds it (VCDM 5.3). */
    static final String DIGEST_SRI = digest();

    private OriginContext() {}

    /**
     * What an issuer serves as {@code application/ld+json}.
     *
     * @return the bytes
     */
    public static byte[] bytes() {
        return BYTES.clone();
    }

    /**
     * The address of an issuer's copy.
     *
     * @param did the issuer's did:web
     * @return {@code https://HOST/contexts/origin-v1.jsonld}
     */
    public static String address(String did) {
        return DidWeb.address(did, PATH);
    }

    private static byte[] load() {
        try (InputStream in = OriginContext.class.getResourceAsStream("origin-v1.jsonld")) {
            if (in == null) {
                throw new IllegalStateException("the context is missing from the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-384").digest(BYTES);
            return "sha384-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-384", e);
        }
    }
}
