package org.entente.certs.credential.proof;

import java.util.Arrays;
import java.util.Optional;
import org.entente.certs.key.KeyAlgorithm;

/** The ways in which credentials are secured here. Each fixes its algorithm: no header or proof can choose another. */
public enum Securing {
    /** A compact JWS with ES256 (W3C VC-JOSE-COSE). */
    VC_JWT("vc+jwt", KeyAlgorithm.P256),
    /** Data Integrity over canonical JSON with ECDSA on P-256 (W3C vc-di-ecdsa 1.0, section 3.3). */
    ECDSA_JCS_2019("ecdsa-jcs-2019", KeyAlgorithm.P256),
    /** Data Integrity over canonical JSON with Ed25519 (W3C vc-di-eddsa 1.0, section 3.3). */
    EDDSA_JCS_2022("eddsa-jcs-2022", KeyAlgorithm.ED25519);

    private final String wire;
    private final KeyAlgorithm algorithm;

    Securing(String wire, KeyAlgorithm algorithm) {
        this.wire = wire;
        this.algorithm = algorithm;
    }

    /**
     * The name in the standards.
     *
     * @return for example {@code ecdsa-jcs-2019}
     */
    public String wire() {
        return wire;
    }

    /**
     * The only kind of key that verifies it.
     *
     * @return the algorithm
     */
    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /**
     * The way of securing of a name.
     *
     * @param wire any text
     * @return the way, if it is known here
     */
    public static Optional<Securing> ofWire(String wire) {
        return Arrays.stream(values()).filter(each -> each.wire.equals(wire)).findFirst();
    }
}
