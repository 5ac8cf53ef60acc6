package org.entente.model.evidence;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.entente.model.json.UtcTime;
import org.entente.model.member.MemberId;

/**
 * Who made the file, and answers for what no hash in it can prove: that the ledger counted the transactions, and where
 * they and the keys stand.
 *
 * @param member who
 * @param at when the file was made, UTC
 * @param keyId which key signs the file
 * @param spki that key as a DER SubjectPublicKeyInfo (RFC 5280); must not be changed
 */
public record Presenter(MemberId member, Instant at, String keyId, byte[] spki) {
    /** Refuses impossible parts with {@link IllegalArgumentException}. */
    public Presenter {
        if (!keyId.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("not a key id");
        }
        if (spki.length == 0 || spki.length > 1_024) {
            throw new IllegalArgumentException("not a public key");
        }
        UtcTime.check(at);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Presenter that
                && member.equals(that.member)
                && at.equals(that.at)
                && keyId.equals(that.keyId)
                && Arrays.equals(spki, that.spki);
    }

    @Override
    public int hashCode() {
        return Objects.hash(member, at, keyId);
    }
}
