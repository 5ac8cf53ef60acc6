package org.entente.certs.credential.seal;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;

/** The one form in which CBOR is written here: deterministic (RFC 8949, 4.2.1). */
final class CborForm {
    /** For integer keys the library's order (by length, then by bytes) is that of the RFC. */
    private static final CBOREncodeOptions DETERMINISTIC = new CBOREncodeOptions("ctap2canonical=true");

    private CborForm() {}

    static byte[] write(CBORObject value) {
        return value.EncodeToBytes(DETERMINISTIC);
    }
}
