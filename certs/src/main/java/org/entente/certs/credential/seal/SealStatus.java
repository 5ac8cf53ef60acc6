package org.entente.certs.credential.seal;

/**
 * Where the certificate's status stands, short enough for a seal.
 *
 * @param list the number that the issuer gave the pair of lists (one for revocation, one for suspension), from 0
 * @param index the certificate's index, the same in both lists of the pair
 */
public record SealStatus(int list, int index) {
    /** Refuses negative numbers with {@link IllegalArgumentException}. */
    public SealStatus {
        if (list < 0 || index < 0) {
            throw new IllegalArgumentException("lists and indices are counted from 0");
        }
    }
}
