package org.entente.api.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does each write once (architecture rule 11). Key, effect and answer are one transaction: whoever repeats a request whose
 * answer was lost gets that answer. A write that is refused stores nothing, and its key stays free.
 */
@Component
public class Writes {
    /** What happens inside the transaction. It must not ask the pool for another connection. */
    @FunctionalInterface
    public interface Effect {
        /**
         * Does it.
         *
         * @return the answer
         */
        Reply happen();
    }

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Writes(JdbcClient database, TransactionTemplate transaction, JsonMapper json) {
        this.database = database;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * Does a write, or answers as the first time.
     *
     * @param write the request
     * @param preparation looks and judges outside the transaction, and gives what happens inside it
     * @return the answer, for the handler to return
     * @throws Refusal if the key is in use for something else or at this moment; and whatever preparation and effect throw
     */
    public ResponseEntity<byte[]> once(Write write, Supplier<Effect> preparation) {
        Optional<Stored> before = stored(write);
        if (before.isPresent()) {
            return replayed(write, before.get());
        }
        Effect effect;
        try {
            effect = preparation.get();
        } catch (Refusal refusal) {
            // What it found may be the effect of this very request, done in the meantime by its first sending.
            return replayed(write, stored(write).orElseThrow(() -> refusal));
        }
        return Objects.requireNonNull(transaction.execute(status -> inTransaction(write, effect)));
    }

    private ResponseEntity<byte[]> inTransaction(Write write, Effect effect) {
        if (!isFree(write)) {
            throw Refusal.of(ApiCode.REQUEST_KEY_IN_FLIGHT, "the first request is being worked on");
        }
        Optional<Stored> before = stored(write);
        if (before.isPresent()) {
            return replayed(write, before.get());
        }
        Reply reply = effect.happen();
        Stored now = new Stored(
                write.content().raw(),
                reply.status(),
                reply.location().orElse(null),
                reply.version().map(Write::tag).orElse(null),
                json.writeValueAsBytes(reply.body()));
        database.sql("insert into api.idempotency (client, route, key, content, status, location, etag, body)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .param(write.caller().account())
                .param(write.route())
                .param(write.key())
                .param(now.content())
                .param(now.status())
                .param(now.location())
                .param(now.etag())
                .param(now.body())
                .update();
        return answer(now);
    }

    /** Held until the transaction ends, however it ends: a killed instance leaves no key behind in flight. */
    private boolean isFree(Write write) {
        return database.sql("select pg_try_advisory_xact_lock(hashtextextended(?, 42))")
                .param(write.caller().account() + "\n" + write.route() + "\n" + write.key())
                .query(Boolean.class)
                .single();
    }

    private Optional<Stored> stored(Write write) {
        return database.sql("select content, status, location, etag, body from api.idempotency"
                        + " where client = ? and route = ? and key = ?")
                .param(write.caller().account())
                .param(write.route())
                .param(write.key())
                .query((row, number) -> Stored.of(row))
                .optional();
    }

    private static ResponseEntity<byte[]> replayed(Write write, Stored stored) {
        if (!Arrays.equals(stored.content(), write.content().raw())) {
            throw Refusal.of(ApiCode.REQUEST_KEY_REUSED, "choose another key for another request");
        }
        return answer(stored);
    }

    private static ResponseEntity<byte[]> answer(Stored stored) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(stored.status());
        if (stored.location() != null) {
            answer.header(HttpHeaders.LOCATION, stored.location());
        }
        if (stored.etag() != null) {
            answer.eTag(stored.etag());
        }
        return answer.contentType(MediaType.APPLICATION_JSON).body(stored.body());
    }

    private record Stored(
            byte[] content,
            int status,
            @Nullable String location,
            @Nullable String etag,
            byte[] body) {
        static Stored of(ResultSet row) throws SQLException {
            return new Stored(row.getBytes(1), row.getInt(2), row.getString(3), row.getString(4), row.getBytes(5));
        }
    }
}
