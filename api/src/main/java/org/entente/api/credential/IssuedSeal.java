package org.entente.api.credential;

import java.time.LocalDate;
import java.util.Optional;
import org.entente.certs.credential.seal.Seal;
import org.entente.certs.credential.seal.SealStatus;
import org.entente.model.ledger.Digest;
import org.entente.model.origin.certificate.Certificate;

/**
 * Seals as this administration's officers issue them. A certificate may bear an earlier day than its approval; the seal
 * bears the day on which it was signed, since the key must have counted then.
 */
public final class IssuedSeal {
    private IssuedSeal() {}

    /**
     * The seal of a certificate.
     *
     * @param certificate what is certified
     * @param issuedOn the day of signing, no later than {@code validUntil}
     * @param validUntil last day on which it may be presented
     * @param credential SHA-256 of the credential in its secured form
     * @param status where its status stands
     * @return the seal, not yet signed
     */
    public static Seal of(
            Certificate certificate,
            LocalDate issuedOn,
            LocalDate validUntil,
            Digest credential,
            Optional<SealStatus> status) {
        Seal facts = Seal.of(certificate, validUntil, credential, status);
        return new Seal(
                facts.id(),
                facts.form(),
                facts.origin(),
                facts.importCountry(),
                facts.items(),
                facts.quantity(),
                facts.value(),
                issuedOn,
                facts.validUntil(),
                facts.credential(),
                facts.status());
    }
}
