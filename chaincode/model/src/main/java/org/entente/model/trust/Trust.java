package org.entente.model.trust;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.model.finding.Checked;
import org.entente.model.member.MemberId;

/**
 * Whom a reader trusts to be who and to say what: obtained from the ledger, or from somewhere else than what is checked,
 * for instance from each administration itself. The file is {@code schema/trust-1.json}; a person may write it, so it need
 * not be canonical.
 *
 * @param members by what each member is recognised; empty trusts nobody
 * @param asOf how new this is; needed for issuers of credentials
 */
public record Trust(Map<MemberId, TrustedMember> members, Optional<AsOf> asOf) {
    /** Trusts nobody. */
    public static final Trust NOBODY = new Trust(Map.of());

    /** The longest trust file in bytes. */
    public static final int MAX_BYTES = 1024 * 1024;

    /**
     * Keeps an unmodifiable copy, sorted by member; refuses issuers without {@code asOf}, and two of one DID, with
     * {@link IllegalArgumentException}.
     */
    public Trust {
        members = Collections.unmodifiableMap(new TreeMap<>(members));
        Map<String, MemberId> dids = new HashMap<>();
        members.forEach((member, trusted) -> trusted.issuer().ifPresent(issuer -> {
            if (dids.put(issuer.did(), member) != null) {
                throw new IllegalArgumentException("two issuers of one DID");
            }
        }));
        if (!dids.isEmpty() && asOf.isEmpty()) {
            throw new IllegalArgumentException("issuers are known as of some time");
        }
    }

    /**
     * Trust in keys and roots only, which knows no issuer of credentials.
     *
     * @param members by what each member is recognised
     */
    public Trust(Map<MemberId, TrustedMember> members) {
        this(members, Optional.empty());
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

    /**
     * Which member issues under a DID.
     *
     * @param did an issuer's DID
     * @return the member, if the reader knows it as an issuer
     */
    public Optional<MemberId> memberOf(String did) {
        return members.entrySet().stream()
                .filter(entry -> entry.getValue().issuer().stream()
                        .anyMatch(issuer -> issuer.did().equals(did)))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
