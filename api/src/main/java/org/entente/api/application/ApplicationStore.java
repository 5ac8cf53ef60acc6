package org.entente.api.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.api.account.Caller;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.application.Application.Decision;
import org.entente.api.application.Application.State;
import org.entente.model.json.CanonicalJson;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.statement.StatementId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Applications in the member's database; an organisation's own only, unless the caller is of the administration. */
@Repository
public class ApplicationStore {
    private static final String SELECT = "select a.sequence, a.id, " + Organisation.COLUMNS + ", a.state, a.version,"
            + " a.certificate, a.replaces, a.applied_by, a.applied_at, a.decided_by, a.decided_at, a.reason,"
            + " a.statement_id, a.cancellation_id from api.application a join api.organisation o on o.id = a.organisation where ";

    private final JdbcClient database;

    ApplicationStore(JdbcClient database) {
        this.database = database;
    }

    /** Stores a new one; empty if the number is taken. */
    Optional<Application> add(
            Organisation exporter,
            Certificate certificate,
            Optional<CertificateId> replaces,
            String account,
            Instant now) {
        try {
            return database.sql("insert into api.application (organisation, subject, audience, state, certificate,"
                            + " replaces, applied_by, applied_at) values (?, ?, ?, 'APPLIED', ?, ?, ?, ?)"
                            + " on conflict (subject) where state in ('APPLIED', 'APPROVED', 'UNISSUED') do nothing"
                            + " returning sequence, id")
                    .param(exporter.id())
                    .param(certificate.id().subject())
                    .param(certificate.importCountry().value())
                    .param(CanonicalJson.bytes(CertificateJson.write(certificate)))
                    .param(replaces.map(CertificateId::subject).orElse(null))
                    .param(account)
                    .param(Timestamp.from(now))
                    .query((row, number) -> new Application(
                            row.getLong(1),
                            row.getObject(2, UUID.class),
                            exporter,
                            State.APPLIED,
                            1,
                            certificate,
                            replaces,
                            account,
                            now,
                            Optional.empty()))
                    .optional();
        } catch (DuplicateKeyException e) {
            return Optional.empty();
        }
    }

    /** Whether a number is applied for or issued. */
    boolean isTaken(Certificate certificate) {
        return database.sql("select exists (select 1 from api.application where subject = ?"
                        + " and state in ('APPLIED', 'APPROVED', 'UNISSUED'))")
                .param(certificate.id().subject())
                .query(Boolean.class)
                .single();
    }

    /**
     * One that the caller may see.
     *
     * @param id names it
     * @param caller who looks
     * @return the application
     */
    public Optional<Application> find(UUID id, Caller caller) {
        return database.sql(SELECT + "a.id = ?")
                .param(id)
                .query((row, number) -> application(row))
                .optional()
                .filter(found -> caller.maySee(found.exporter().id()));
    }

    /** The same, held until the transaction ends. */
    Optional<Application> hold(UUID id, Caller caller) {
        return database.sql(SELECT + "a.id = ? for update of a")
                .param(id)
                .query((row, number) -> application(row))
                .optional()
                .filter(found -> caller.maySee(found.exporter().id()));
    }

    /**
     * Newest first, of all whom the caller may see.
     *
     * @param caller who looks
     * @param states only those in one of them; empty for all
     * @param before only those with a smaller sequence
     * @param most the most of them
     * @return applications
     */
    public List<Application> list(Caller caller, Set<State> states, long before, int most) {
        return database.sql(SELECT + "(? or a.organisation = any(?)) and (? or a.state = any(?))"
                        + " and a.sequence < ? order by a.sequence desc limit ?")
                .param(caller.has(Role.ISSUING_OFFICER))
                .param(caller.exporters().toArray(UUID[]::new))
                .param(states.isEmpty())
                .param(states.stream().map(State::name).toArray(String[]::new))
                .param(before)
                .param(most)
                .query((row, number) -> application(row))
                .list();
    }

    /** Stores a decision; the caller holds the application. */
    void decide(Application application, State state, Decision decision) {
        database.sql("update api.application set state = ?, version = version + 1, decided_by = ?, decided_at = ?,"
                        + " reason = ?, cancellation_id = ?, statement_id = ?, settled_at = null where id = ?")
                .param(state.name())
                .param(decision.by())
                .param(Timestamp.from(decision.at()))
                .param(decision.reason().orElse(null))
                .param(bytes(decision.cancellation()))
                .param(bytes(decision.statement()))
                .param(application.id())
                .update();
    }

    /** An approved replacement whose certificate is not stated yet, held; empty if another instance has it in hand. */
    Optional<Application> holdReplacement(long sequence, StatementId cancellation) {
        return database.sql(SELECT + "a.sequence = ? and a.cancellation_id = ? and a.state = 'APPROVED'"
                        + " and a.statement_id is null and a.settled_at is null for update of a skip locked")
                .param(sequence)
                .param(HexFormat.of().parseHex(cancellation.hex()))
                .query((row, number) -> application(row))
                .optional();
    }

    /** Stores which statement issues a replacement; the caller holds the application. */
    void stated(Application replacement, StatementId statement) {
        database.sql("update api.application set statement_id = ? where id = ?")
                .param(HexFormat.of().parseHex(statement.hex()))
                .param(replacement.id())
                .update();
    }

    private static byte @Nullable [] bytes(Optional<StatementId> statement) {
        return statement.map(id -> HexFormat.of().parseHex(id.hex())).orElse(null);
    }

    private static Optional<StatementId> statement(byte @Nullable [] stored) {
        return Optional.ofNullable(stored)
                .map(raw -> new StatementId(HexFormat.of().formatHex(raw)));
    }

    private static Application application(ResultSet row) throws SQLException {
        Optional<Decision> decision = row.getString("decided_by") == null
                ? Optional.empty()
                : Optional.of(new Decision(
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant(),
                        Optional.ofNullable(row.getString("reason")),
                        statement(row.getBytes("cancellation_id")),
                        statement(row.getBytes("statement_id"))));
        return new Application(
                row.getLong("sequence"),
                row.getObject("id", UUID.class),
                Organisation.of(row),
                State.valueOf(row.getString("state")),
                row.getLong("version"),
                CertificateJson.parse(row.getBytes("certificate"))
                        .certificate()
                        .orElseThrow(() -> new IllegalStateException("a stored application is damaged")),
                Optional.ofNullable(row.getString("replaces")).flatMap(CertificateId::ofSubject),
                row.getString("applied_by"),
                row.getTimestamp("applied_at").toInstant(),
                decision);
    }
}
