package org.entente.certs.credential.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.ledger.Digest;

/**
 * A credential as the public server stores it: AES-256-GCM (NIST SP 800-38D) under the link's key, which the server does
 * not have (decision 0008). Bytes: 1 for the version, 12 of nonce, the ciphertext, 16 of tag. The link's address is
 * authenticated with it. A browser opens it with WebCrypto.
 */
public final class EncryptedCredential {
    /** The longest credential. */
    public static final int MAX_PLAIN_BYTES = 1 << 20;

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int OVERHEAD = 1 + NONCE_BYTES + TAG_BYTES;
    private static final String CONTEXT = "entente-link-1:";

    private EncryptedCredential() {}

    /**
     * Encrypts a credential.
     *
     * @param link its link; the hash is that of the credential
     * @param credential the credential's bytes
     * @param random the source of chance for the nonce
     * @return what the server stores under {@link CredentialLink#opaque}
     * @throws IllegalArgumentException if the link is another credential's, or the credential is empty or too long
     */
    public static byte[] seal(CredentialLink link, byte[] credential, SecureRandom random) {
        if (credential.length == 0
                || credential.length > MAX_PLAIN_BYTES
                || !link.hash().equals(Digest.of(credential))) {
            throw new IllegalArgumentException("not the credential of this link");
        }
        byte[] out = new byte[credential.length + OVERHEAD];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        out[0] = VERSION;
        System.arraycopy(nonce, 0, out, 1, NONCE_BYTES);
        try {
            cipher(Cipher.ENCRYPT_MODE, link, nonce).doFinal(credential, 0, credential.length, out, 1 + NONCE_BYTES);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /**
     * Opens what a link leads to. Never throws.
     *
     * @param link the link from the QR code
     * @param stored what the server gave
     * @return the credential's bytes, which still are to be verified, or why they are not to be had
     */
    public static Checked<byte[]> open(CredentialLink link, byte[] stored) {
        if (stored.length <= OVERHEAD || stored.length > MAX_PLAIN_BYTES + OVERHEAD || stored[0] != VERSION) {
            return rejected(LinkCode.LINK_CONTENT_MALFORMED, stored.length + " bytes");
        }
        byte[] plain;
        try {
            byte[] nonce = Arrays.copyOfRange(stored, 1, 1 + NONCE_BYTES);
            plain = cipher(Cipher.DECRYPT_MODE, link, nonce)
                    .doFinal(stored, 1 + NONCE_BYTES, stored.length - 1 - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            return rejected(LinkCode.LINK_KEY_WRONG, "");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
        return link.hash().equals(Digest.of(plain))
                ? new Checked.Accepted<>(plain, List.of())
                : rejected(LinkCode.LINK_HASH_MISMATCH, "");
    }

    private static Cipher cipher(int mode, CredentialLink link, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(link.key(), "AES"), new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD((CONTEXT + link.opaque()).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static Checked<byte[]> rejected(LinkCode code, String detail) {
        return new Checked.Rejected<>(List.of(Finding.of(code, "", detail)));
    }
}
