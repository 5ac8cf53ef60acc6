package org.entente.embedded.crypto;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 (FIPS 180-4), the only hash that Fabric uses on a channel. */
public final class Sha256 {
    private Sha256() {}

    /**
     * Hashes parts one after the other, as if they were one.
     *
     * @param parts what to hash
     * @return 32 bytes
     */
    public static ByteString of(ByteString... parts) {
        MessageDigest digest = digest();
        for (ByteString part : parts) {
            part.asReadOnlyByteBufferList().forEach(digest::update);
        }
        return ByteString.copyFrom(digest.digest());
    }

    /**
     * Hashes many parts one after the other, as if they were one.
     *
     * @param parts what to hash
     * @return 32 bytes
     */
    public static ByteString of(Iterable<ByteString> parts) {
        MessageDigest digest = digest();
        parts.forEach(part -> part.asReadOnlyByteBufferList().forEach(digest::update));
        return ByteString.copyFrom(digest.digest());
    }

    /**
     * Hashes a key as Fabric does for private data.
     *
     * @param text the key
     * @return the hash of its UTF-8 bytes
     */
    public static ByteString of(String text) {
        return ByteString.copyFrom(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
