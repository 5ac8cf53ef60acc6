package org.entente.api.credential;

import java.time.Instant;
import org.entente.model.member.MemberId;
import org.entente.model.statement.StatementId;

/**
 * A certificate as a credential, ready for its holder.
 *
 * @param subject the certificate, as statements name it
 * @param id the credential's id
 * @param statement that states the certificate to the partner
 * @param audience the partner
 * @param document the claims as canonical JSON
 * @param secured a vc+jwt in ASCII; the seal names its digest
 * @param seal the text of the first QR code
 * @param link the text of the second QR code; a secret, which opens the certificate to anybody
 * @param madeAt when
 */
public record HeldCredential(
        String subject,
        String id,
        StatementId statement,
        MemberId audience,
        byte[] document,
        byte[] secured,
        String seal,
        String link,
        Instant madeAt) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "HeldCredential[" + id + "]";
    }
}
