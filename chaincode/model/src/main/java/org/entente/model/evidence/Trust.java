package org.entente.model.evidence;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.entente.model.finding.Checked;
import org.entente.model.member.MemberId;

/**
 * Whom a reader trusts to be who: obtained from somewhere else than the evidence, for instance from each administration
 * itself. The file is {@code schema/trust-1.json}; a person may write it, so it need not be canonical.
 *
 * @param members by what each member is recognised; empty trusts nobody
 */
public record Trust(Map<MemberId, TrustedMember> members) {
    /** Trusts nobody. */
    public static final Trust NOBODY = new Trust(Map.of());

    /** The longest trust file in bytes. */
    public static final int MAX_BYTES = 1024 * 1024;

    /** Keeps an unmodifiable copy, sorted by member. */
    public Trust {
        members = Collections.unmodifiableMap(new TreeMap<>(members));
    }

    /**
     * Reads a trust file.
     *
     * @param bytes JSON
     * @return the trust, or every reason why the bytes are refused
     */
    public static Checked<Trust> parse(byte[] bytes) {
        return TrustJson.read(bytes);
    }

    /**
     * The trust file.
     *
     * @return canonical JSON
     */
    public byte[] bytes() {
        return TrustJson.write(this);
    }

    /**
     * By what a member is recognised.
     *
     * @param member any member
     * @return keys and roots; {@link TrustedMember#UNKNOWN} for a member that is not named
     */
    public TrustedMember of(MemberId member) {
        return members.getOrDefault(member, TrustedMember.UNKNOWN);
    }
}
