package org.entente.client.redelivery;

import java.security.cert.CertificateException;

/** A certificate that says nothing about the member that is expected. */
final class RefusedCertificate extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final RedeliveryCode code;

    RefusedCertificate(RedeliveryCode code) {
        super(code.name());
        this.code = code;
    }

    RedeliveryCode code() {
        return code;
    }
}
