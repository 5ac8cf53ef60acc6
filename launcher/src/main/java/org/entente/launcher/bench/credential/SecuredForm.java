package org.entente.launcher.bench.credential;

import java.util.Optional;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.key.KeyAlgorithm;

/** The forms that are measured. */
enum SecuredForm {
    /** Compact JWS with ES256. */
    VC_JWT(Optional.of(Securing.VC_JWT)),
    /** Data Integrity, P-256. */
    ECDSA_JCS_2019(Optional.of(Securing.ECDSA_JCS_2019)),
    /** Data Integrity, Ed25519. */
    EDDSA_JCS_2022(Optional.of(Securing.EDDSA_JCS_2022)),
    /** The COSE seal of the QR code, P-256. No goal was set for it. */
    SEAL(Optional.empty());

    private final Optional<Securing> securing;

    SecuredForm(Optional<Securing> securing) {
        this.securing = securing;
    }

    Optional<Securing> securing() {
        return securing;
    }

    KeyAlgorithm algorithm() {
        return securing.map(Securing::algorithm).orElse(KeyAlgorithm.P256);
    }

    boolean hasGoal() {
        return securing.isPresent();
    }

    @Override
    public String toString() {
        return securing.map(Securing::wire).orElse("COSE seal");
    }
}
