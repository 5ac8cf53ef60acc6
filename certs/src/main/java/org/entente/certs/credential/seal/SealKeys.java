package org.entente.certs.credential.seal;

import java.util.Optional;
import org.entente.model.member.MemberId;

/** Whose keys a reader trusts to seal. A key that its member has revoked is not among them. */
@FunctionalInterface
public interface SealKeys {
    /**
     * The key that an issuer published under an id.
     *
     * @param issuer the member that the seal names
     * @param keyId 32 lower-case hexadecimal digits, as {@link org.entente.certs.key.EcdsaP256#keyId} makes them
     * @return the key, or empty if this reader trusts no such key of that issuer
     */
    Optional<SealKey> find(MemberId issuer, String keyId);
}
