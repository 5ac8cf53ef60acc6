package org.entente.certs.credential.seal;

import java.math.BigInteger;
import java.util.Arrays;

/** The other signature that mathematics accepts: n-s in place of s. */
final class HigherS {
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private HigherS() {}

    static byte[] of(byte[] fixedWidth) {
        byte[] s = ORDER.subtract(new BigInteger(1, fixedWidth, 32, 32)).toByteArray();
        byte[] higher = Arrays.copyOf(fixedWidth, 64);
        Arrays.fill(higher, 32, 64, (byte) 0);
        int length = Math.min(32, s.length);
        System.arraycopy(s, s.length - length, higher, 64 - length, length);
        return higher;
    }
}
