package org.entente.certs.credential.verdict;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.trust.AsOf;

/**
 * What a verdict rests on, as far as the check came.
 *
 * @param passed the steps that found nothing against it, in the order of the pipeline
 * @param securing how it was secured, for example {@code vc+jwt}; empty if that could not be read
 * @param key the address of the key that signed, for example {@code did:web:customs.example.au#0f...}
 * @param content SHA-256 of the claims as canonical JSON, the same whatever secures them
 * @param issuer the member that issued it; empty if the reader knows none
 * @param signedAt when it says that it was signed
 * @param anchoredAt where the ledger shows that it was there, if somebody looked and found it
 * @param lists the status lists that were used
 * @param trust how new the reader's trust is; empty if it has none
 */
public record Basis(
        List<Step> passed,
        Optional<String> securing,
        Optional<String> key,
        Optional<Digest> content,
        Optional<MemberId> issuer,
        Optional<Instant> signedAt,
        Optional<Position> anchoredAt,
        List<ListUsed> lists,
        Optional<AsOf> trust) {
    /** Keeps unmodifiable copies. */
    public Basis {
        passed = List.copyOf(passed);
        lists = List.copyOf(lists);
    }

    /**
     * A status list that was used.
     *
     * @param address where it is published
     * @param asOf of which moment its information is
     */
    public record ListUsed(String address, Instant asOf) {}

    /** The steps of the pipeline, in their order. */
    public enum Step {
        /** Size, encoding, JSON, terms. */
        FORM,
        /** The signature under the issuer's published key. */
        PROOF,
        /** Who issued it, and whether the key counted then. */
        ISSUER,
        /** Whether the issuer may certify this claim. */
        ENTITLEMENT,
        /** Not yet, or no longer. */
        DATES,
        /** Revoked or suspended. */
        STATUS,
        /** The rules of the agreement. */
        RULES
    }

    /**
     * The time of the newest information that was used.
     *
     * @return the latest of the trust and the lists; empty if nothing was used
     */
    public Optional<Instant> newestInformation() {
        return Stream.concat(trust.map(AsOf::time).stream(), lists.stream().map(ListUsed::asOf))
                .max(Comparator.naturalOrder());
    }
}
