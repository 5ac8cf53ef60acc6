package org.entente.certs.credential.seal;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A signed message of one signer (RFC 9052, 4.2), untagged: ES256 and the key id in the protected header, nothing in the
 * other. It has one sequence of bytes only (RFC 8949, 4.2.1).
 *
 * @param keyId 32 lower-case hexadecimal digits
 * @param payload what is signed
 * @param signature r and s, 32 bytes each (RFC 9053, 2.1)
 */
record CoseSign1(String keyId, byte[] payload, byte[] signature) {
    private static final int ALGORITHM = 1;
    private static final int KEY_ID = 4;
    private static final int ES256 = -7;
    private static final int KEY_ID_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    byte[] encode() {
        return CborForm.write(CBORObject.NewArray()
                .Add(protectedHeader(keyId))
                .Add(CBORObject.NewMap())
                .Add(payload)
                .Add(signature));
    }

    /** What the signature covers: Sig_structure (RFC 9052, 4.4) without external data. */
    static byte[] toBeSigned(String keyId, byte[] payload) {
        return CborForm.write(CBORObject.NewArray()
                .Add("Signature1")
                .Add(protectedHeader(keyId))
                .Add(new byte[0])
                .Add(payload));
    }

    /** Empty for any other bytes, also for other bytes of the same meaning. */
    static Optional<CoseSign1> decode(byte[] bytes) {
        try {
            CBORObject array = CBORObject.DecodeFromBytes(bytes);
            if (array.getType() != CBORType.Array || array.isTagged() || array.size() != 4) {
                return Optional.empty();
            }
            CBORObject header = CBORObject.DecodeFromBytes(array.get(0).GetByteString());
            String keyId = HEX.formatHex(header.get(KEY_ID).GetByteString());
            CoseSign1 message = new CoseSign1(
                    keyId, array.get(2).GetByteString(), array.get(3).GetByteString());
            return keyId.length() == 2 * KEY_ID_BYTES && Arrays.equals(message.encode(), bytes)
                    ? Optional.of(message)
                    : Optional.empty();
        } catch (CBORException | IllegalStateException | IllegalArgumentException | NullPointerException e) {
            // the library's ways to say: not CBOR, not of this type, not there
            return Optional.empty();
        }
    }

    private static byte[] protectedHeader(String keyId) {
        return CborForm.write(CBORObject.NewMap().Add(ALGORITHM, ES256).Add(KEY_ID, HEX.parseHex(keyId)));
    }
}
