package org.entente.api.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.certificate.CertificateName;
import org.entente.client.MemberNode;
import org.entente.client.show.Followed;
import org.entente.client.show.ShownStatement;
import org.entente.client.show.StreamStatus;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.member.StreamId;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.certificate.CertificateId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells what the own fold has taken in, statement by statement, each once. */
@Component
class LedgerEvents {
    private static final int MOST = 200;
    private static final Duration LATE = Duration.ofSeconds(3);

    private final MemberNode node;
    private final EventStore events;
    private final JdbcClient database;
    private final InstantSource clock;
    private Optional<Followed> seen = Optional.empty();
    private long looked;

    LedgerEvents(MemberNode node, EventStore events, JdbcClient database, InstantSource clock) {
        this.node = node;
        this.events = events;
        this.database = database;
        this.clock = clock;
    }

    /** What is new in one stream, and how far that goes. */
    record News(StreamId stream, List<ShownStatement> statements) {}

    /** Reads before the transaction: the fold is read through a connection of its own. Most often nothing is new. */
    synchronized List<News> read() {
        Optional<Followed> now = Optional.of(node.shown().followed());
        // Bytes that arrive late are folded without a new block.
        if (now.equals(seen) && System.nanoTime() - looked < LATE.toNanos()) {
            return List.of();
        }
        List<News> news = node.shown().streams().stream()
                .filter(status -> status.head().sequence() > told(status))
                .map(status -> new News(status.stream(), node.shown().after(status.stream(), told(status), MOST)))
                .toList();
        if (news.isEmpty()) {
            seen = now;
            looked = System.nanoTime();
        }
        return news;
    }

    private long told(StreamStatus status) {
        return events.told(
                status.stream().author().value(), status.stream().audience().value());
    }

    /** Stores the events of what was read and not told since by another instance. */
    void tell(News news) {
        String author = news.stream().author().value();
        String audience = news.stream().audience().value();
        long told = events.told(author, audience);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (ShownStatement statement : news.statements()) {
            if (statement.sequence() == told + 1) {
                tell(statement, now);
                told = statement.sequence();
            }
        }
        events.told(author, audience, told);
    }

    private void tell(ShownStatement statement, Instant now) {
        boolean own = statement.stream().author().equals(node.self());
        Optional<CertificateId> certificate = CertificateId.ofSubject(statement.subject());
        Optional<EventType> type = type(statement, own);
        if (type.isEmpty() || certificate.isEmpty()) {
            return;
        }
        boolean issuedHere = certificate.get().issuer().equals(node.self());
        events.add(
                type.get(),
                issuedHere ? Event.Officers.ISSUING : Event.Officers.VERIFYING,
                issuedHere ? owner(statement.subject()) : Optional.empty(),
                now,
                data(statement, certificate.get()).toString());
    }

    private static Optional<EventType> type(ShownStatement statement, boolean own) {
        if (statement.standing() != Standing.STANDS) {
            return own && statement.standing() != Standing.REPEATED
                    ? Optional.of(EventType.STATEMENT_WITHOUT_EFFECT)
                    : Optional.empty();
        }
        String name = statement.type().name();
        if (name.equals(OriginStatement.ISSUED.name())) {
            return Optional.of(own ? EventType.CERTIFICATE_ISSUED : EventType.CERTIFICATE_RECEIVED);
        }
        if (name.equals(OriginStatement.ACKNOWLEDGED.name())) {
            return Optional.of(EventType.CERTIFICATE_ACKNOWLEDGED);
        }
        if (name.equals(OriginStatement.USED.name())) {
            return Optional.of(EventType.CERTIFICATE_USED);
        }
        if (name.equals(OriginStatement.USE_REVERSED.name())) {
            return Optional.of(EventType.CERTIFICATE_USE_REVERSED);
        }
        return name.equals(OriginStatement.CANCELLED.name())
                ? Optional.of(EventType.CERTIFICATE_CANCELLED)
                : Optional.empty();
    }

    private Optional<UUID> owner(String subject) {
        return database.sql("select organisation from api.application where subject = ? and state = 'APPROVED'")
                .param(subject)
                .query(UUID.class)
                .optional();
    }

    private static ObjectNode data(ShownStatement statement, CertificateId certificate) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("certificate", CertificateName.of(certificate))
                .put("issuer", certificate.issuer().value())
                .put("author", statement.stream().author().value())
                .put("audience", statement.stream().audience().value())
                .put("statement", statement.id().hex())
                .put("standing", statement.standing().name())
                .put("block", statement.at().block());
    }
}
