package org.entente.api.verification;

import java.time.Instant;
import org.entente.certs.credential.verify.StatusLists;

/**
 * A status list as it was obtained.
 *
 * @param bytes a vc+jwt in ASCII, or JSON with a proof
 * @param retrievedAt when
 */
record SecuredList(byte[] bytes, Instant retrievedAt) {
    StatusLists.Copy copy() {
        return new StatusLists.Copy(bytes, retrievedAt);
    }
}
