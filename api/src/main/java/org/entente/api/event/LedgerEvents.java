package org.entente.api.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final StreamMarks marks;
    private final JdbcClient database;
    private final InstantSource clock;
    private final Map<StreamId, Long> parkedFrom = new HashMap<>();
    private Optional<Followed> seen = Optional.empty();
    private long looked;

    LedgerEvents(MemberNode node, EventStore events, StreamMarks marks, JdbcClient database, InstantSource clock) {
        this.node = node;
        this.events = events;
        this.marks = marks;
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is new in one stream.
     *
     * @param after how far it had been told
     * @param upTo everything up to this number was read; numbers without a statement are those of batches that were set
     *     aside, and no statement will ever have them
     * @param statements in rising order
     * @param reconsidered that were parked when they were told, and are not any more
     */
    record News(
            StreamId stream,
            long after,
            long upTo,
            List<ShownStatement> statements,
            List<ShownStatement> reconsidered) {
        boolean isEmpty() {
            return upTo == after && statements.isEmpty() && reconsidered.isEmpty();
        }
    }

    /** Reads before the transaction: the fold is read through a connection of its own. Most often nothing is new. */
    synchronized List<News> read() {
        Optional<Followed> now = Optional.of(node.shown().followed());
        // Bytes that arrive late are folded without a new block.
        if (now.equals(seen) && System.nanoTime() - looked < LATE.toNanos()) {
            return List.of();
        }
        List<News> news = node.shown().streams().stream()
                .map(this::news)
                .filter(each -> !each.isEmpty())
                .toList();
        if (news.isEmpty()) {
            seen = now;
            looked = System.nanoTime();
        }
        return news;
    }

    private News news(StreamStatus status) {
        StreamId stream = status.stream();
        long told = marks.told(stream);
        // The head was read first: whatever is not there up to it now was set aside.
        long head = status.head().sequence();
        List<ShownStatement> statements = head > told ? node.shown().after(stream, told, MOST) : List.of();
        long upTo = statements.size() < MOST ? Math.max(head, told) : told;
        List<ShownStatement> reconsidered = node.shown().numbered(stream, parked(stream)).stream()
                .filter(statement -> statement.standing() != Standing.PARKED)
                .toList();
        return new News(stream, told, upTo, statements, reconsidered);
    }

    /** A part of what is parked: what stays so for long must not hide what comes after it. */
    private List<Long> parked(StreamId stream) {
        List<Long> some = marks.parked(stream, parkedFrom.getOrDefault(stream, 0L), MOST);
        parkedFrom.put(stream, some.size() < MOST ? 0L : some.getLast());
        return some;
    }

    /** Stores the events of what was read and not told since by another instance. */
    void tell(News news) {
        long told = marks.told(news.stream());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (ShownStatement statement : news.statements()) {
            if (statement.sequence() > told) {
                tell(statement, now);
                told = statement.sequence();
                if (statement.standing() == Standing.PARKED) {
                    marks.park(news.stream(), told);
                }
            }
        }
        marks.tell(news.stream(), Math.max(told, news.upTo()));
        news.reconsidered().stream()
                .filter(statement -> marks.unpark(news.stream(), statement.sequence()))
                .forEach(statement -> tell(statement, now));
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
        return database.sql("select organisation from api.application where subject = ?"
                        + " and state in ('APPROVED', 'UNISSUED')")
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
