package org.entente.certs.credential.seal;

import java.util.Optional;
import org.entente.certs.credential.seal.SealOutcome.Refused;
import org.entente.certs.credential.seal.SealOutcome.Undecided;
import org.entente.certs.credential.seal.SealOutcome.Verified;
import org.entente.certs.key.EcdsaP256;
import org.entente.certs.key.SigningKey;

/**
 * Seals as texts for a QR code's alphanumeric mode: {@code ENT1:} and the base45 (RFC 9285) of a COSE_Sign1 (RFC 9052)
 * with ES256. Reading needs no network and no clock.
 */
public final class SealText {
    /** What every seal of this version begins with. */
    public static final String PREFIX = "ENT1:";

    /** The most characters; the longest seal there can be has fewer. */
    public static final int MAX_LENGTH = 800;

    private SealText() {}

    /**
     * Signs a seal.
     *
     * @param seal what to sign
     * @param key the issuer's key, in a file or behind an HSM
     * @return the text for the QR code
     */
    public static String sign(Seal seal, SigningKey key) {
        byte[] payload = SealContent.encode(seal);
        byte[] signature = EcdsaP256.toFixedWidth(key.sign(CoseSign1.toBeSigned(key.keyId(), payload)))
                .orElseThrow(() -> new IllegalStateException("the key gives no P-256 signature"));
        return PREFIX + Base45.encode(new CoseSign1(key.keyId(), payload, signature).encode());
    }

    /**
     * Whether a text is a seal at all, so that a reader of QR codes knows where to send it.
     *
     * @param text any text
     * @return true if it begins with {@link #PREFIX}
     */
    public static boolean isSeal(String text) {
        return text.startsWith(PREFIX);
    }

    /**
     * Reads and verifies a seal. Never throws.
     *
     * @param text what stands in a QR code, without anything before or after
     * @param keys whom the reader trusts; none trusted means that nothing is verified
     * @return the outcome
     */
    public static SealOutcome verify(String text, SealKeys keys) {
        if (!isSeal(text)) {
            return refused(SealCode.SEAL_PREFIX_WRONG, "");
        }
        if (text.length() > MAX_LENGTH) {
            return refused(SealCode.SEAL_TOO_LARGE, text.length() + " characters");
        }
        Optional<byte[]> bytes = Base45.decode(text.substring(PREFIX.length()));
        if (bytes.isEmpty()) {
            return refused(SealCode.SEAL_TEXT_MALFORMED, "");
        }
        Optional<CoseSign1> message = CoseSign1.decode(bytes.get());
        if (message.isEmpty()) {
            return refused(SealCode.SEAL_ENVELOPE_MALFORMED, bytes.get().length + " bytes");
        }
        return SealContent.decode(message.get().payload())
                .map(seal -> verify(seal, message.get(), keys))
                .orElseGet(() -> refused(SealCode.SEAL_CONTENT_MALFORMED, ""));
    }

    private static SealOutcome verify(Seal seal, CoseSign1 message, SealKeys keys) {
        Optional<SealKey> key = keys.find(seal.id().issuer(), message.keyId());
        if (key.isEmpty()) {
            return new Undecided(
                    SealCode.SEAL_KEY_UNKNOWN,
                    seal,
                    message.keyId(),
                    "key " + message.keyId() + " of " + seal.id().issuer());
        }
        boolean signed = EcdsaP256.ofFixedWidth(message.signature())
                .filter(der -> EcdsaP256.verifies(
                        key.get().spki(), CoseSign1.toBeSigned(message.keyId(), message.payload()), der))
                .isPresent();
        if (!signed) {
            return refused(SealCode.SEAL_SIGNATURE_INVALID, "");
        }
        if (!key.get().countedOn(seal.issuedOn())) {
            return refused(SealCode.SEAL_KEY_NOT_VALID_THEN, "issued on " + seal.issuedOn());
        }
        return new Verified(seal, message.keyId());
    }

    private static SealOutcome refused(SealCode code, String detail) {
        return new Refused(code, detail);
    }
}
