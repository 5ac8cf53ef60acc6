package org.entente.launcher.bench.credential;

import org.entente.launcher.bench.credential.Contest.Work;

/**
 * What is done with one form, each on one thread.
 *
 * @param provider who makes the signatures
 * @param bytes of one secured certificate
 * @param signedBytes what its signature covers
 * @param sign the provider's bare signature over as many bytes
 * @param issue from the claims to the secured bytes
 * @param issueWhole what comes before that as well: rules, entitlement and id; for a seal, its facts
 * @param verify the provider's bare verification
 * @param check from the bytes, read strictly, to a signature that holds
 * @param checkWhole to the verdict: trust, entitlement, dates, status lists, and for credentials form and rules
 */
record FormWork(
        String provider,
        int bytes,
        int signedBytes,
        Work sign,
        Work issue,
        Work issueWhole,
        Work verify,
        Work check,
        Work checkWhole) {
    static void must(boolean good) {
        if (!good) {
            throw new IllegalStateException("the bench's own credential does not hold");
        }
    }
}
