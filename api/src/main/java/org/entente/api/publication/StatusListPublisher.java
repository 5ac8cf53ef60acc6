package org.entente.api.publication;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.entente.api.credential.IssuerKeys;
import org.entente.api.credential.StatusEntries;
import org.entente.api.node.NodeTrust;
import org.entente.certs.credential.document.StatusAddress;
import org.entente.certs.credential.issue.CredentialSigner;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.status.StatusBits;
import org.entente.certs.credential.status.StatusList;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signs status lists: anew when a bit changed or half of a list's lifetime has passed, and otherwise gives the stored one. */
@Component
public class StatusListPublisher {
    /** How long a list may be relied on. */
    static final Duration LIFETIME = Duration.ofDays(1);

    /** After how long a reader should ask again. */
    static final Duration TTL = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final StatusEntries entries;
    private final IssuerKeys keys;
    private final NodeTrust trust;
    private final MemberId self;
    private final InstantSource clock;

    StatusListPublisher(
            JdbcClient database,
            StatusEntries entries,
            IssuerKeys keys,
            NodeTrust trust,
            MemberId self,
            InstantSource clock) {
        this.database = database;
        this.entries = entries;
        this.keys = keys;
        this.trust = trust;
        this.self = self;
        this.clock = clock;
    }

    /**
     * A list as it was signed last.
     *
     * @param content digest of the set bits
     * @param secured a vc+jwt in ASCII
     * @param validFrom when it was made
     * @param validUntil last moment at which it may be relied on
     */
    public record Published(Digest content, byte[] secured, Instant validFrom, Instant validUntil) {}

    /**
     * A list that is true now.
     *
     * @param kind of certificate
     * @param purpose what a bit means
     * @param list the list's number
     * @return the list; empty if there is none, or this member signs none
     */
    public Optional<Published> list(String kind, StatusPurpose purpose, int list) {
        return entries.indices(kind, purpose, list).flatMap(indices -> {
            Digest content = digest(indices);
            Instant now = clock.instant();
            Optional<Published> stored = stored(kind, purpose, list)
                    .filter(copy -> copy.content().equals(content)
                            && now.isBefore(copy.validUntil().minus(LIFETIME.dividedBy(2))));
            return stored.isPresent() ? stored : sign(kind, purpose, list, indices, content, now);
        });
    }

    private static Digest digest(List<Integer> indices) {
        ByteBuffer bytes = ByteBuffer.allocate(indices.size() * Integer.BYTES);
        indices.forEach(bytes::putInt);
        return Digest.of(bytes.array());
    }

    private Optional<Published> stored(String kind, StatusPurpose purpose, int list) {
        return database.sql("select content, secured, valid_from, valid_until from api.status_list_copy"
                        + " where kind = ? and list = ? and purpose = ?")
                .param(kind)
                .param(list)
                .param(purpose.wire())
                .query((row, number) -> new Published(
                        Digest.ofRaw(row.getBytes(1)),
                        row.getBytes(2),
                        row.getTimestamp(3).toInstant(),
                        row.getTimestamp(4).toInstant()))
                .optional();
    }

    private Optional<Published> sign(
            String kind, StatusPurpose purpose, int number, List<Integer> indices, Digest content, Instant moment) {
        Instant now = moment.truncatedTo(ChronoUnit.SECONDS);
        return trust.issuer(self)
                .flatMap(issuer -> keys.signer(issuer.did()).map((CredentialSigner signer) -> {
                    StatusList list = StatusList.of(
                            StatusAddress.of(issuer.did(), kind, purpose, number),
                            issuer.did(),
                            purpose,
                            StatusBits.of(StatusBits.MIN_ENTRIES, indices),
                            now,
                            LIFETIME,
                            TTL);
                    Published made = new Published(
                            content, signer.secure(list.document(), Securing.VC_JWT, now), now, now.plus(LIFETIME));
                    store(kind, purpose, number, made);
                    return made;
                }));
    }

    private void store(String kind, StatusPurpose purpose, int list, Published made) {
        database.sql("insert into api.status_list_copy (kind, list, purpose, content, secured, valid_from, valid_until)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (kind, list, purpose) do update"
                        + " set content = excluded.content, secured = excluded.secured,"
                        + " valid_from = excluded.valid_from, valid_until = excluded.valid_until")
                .param(kind)
                .param(list)
                .param(purpose.wire())
                .param(made.content().raw())
                .param(made.secured())
                .param(Timestamp.from(made.validFrom()))
                .param(Timestamp.from(made.validUntil()))
                .update();
    }
}
