package org.entente.api.certificate;

import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.Caller;
import org.entente.model.member.MemberId;
import org.entente.model.origin.certificate.CertificateId;
import org.springframework.stereotype.Component;

/** Finds certificates that this member issued, for features that build on them. */
@Component
public class OwnCertificates {
    private final IssuedStore issued;

    OwnCertificates(IssuedStore issued) {
        this.issued = issued;
    }

    /**
     * A certificate that this member issued.
     *
     * @param certificate which
     * @param partner to whom it was stated
     * @param exporter for whom
     */
    public record Own(CertificateId certificate, MemberId partner, UUID exporter) {}

    /**
     * One that the caller may see.
     *
     * @param id which
     * @param caller who asks
     * @return the certificate; empty if it is unknown or another organisation's
     */
    public Optional<Own> find(CertificateId id, Caller caller) {
        return issued.find(id, caller).map(found -> new Own(found.certificate(), found.partner(), found.exporter()));
    }
}
