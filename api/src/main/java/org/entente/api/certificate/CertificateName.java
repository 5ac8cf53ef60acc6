package org.entente.api.certificate;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.entente.api.problem.Refusal;
import org.entente.model.origin.certificate.CertificateId;

/**
 * A certificate's name in paths: reference numbers hold slashes and spaces, so it is base64url of the subject that
 * statements use, for example of {@code certificate:AU:CHAFTA:WBC208897}.
 */
public final class CertificateName {
    private CertificateName() {}

    /**
     * Writes a name.
     *
     * @param id the certificate
     * @return letters, digits, {@code -} and {@code _}
     */
    public static String of(CertificateId id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(id.subject().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a name.
     *
     * @param name from a path
     * @return the certificate that it names
     * @throws Refusal as unknown, if it names none or is spelt in another way than {@link #of} does
     */
    public static CertificateId read(String name) {
        try {
            CertificateId id = CertificateId.ofSubject(
                            new String(Base64.getUrlDecoder().decode(name), StandardCharsets.UTF_8))
                    .orElseThrow(Refusal::unknown);
            if (of(id).equals(name)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // as any other name of nothing
        }
        throw Refusal.unknown();
    }
}
