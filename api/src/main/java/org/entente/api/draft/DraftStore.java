package org.entente.api.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.Caller;
import org.entente.model.finding.Checked;
import org.entente.model.json.StrictJson;
import org.entente.model.origin.certificate.CertificateId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drafts in the member's database; officers do not see them. */
@Repository
public class DraftStore {
    private static final String SELECT =
            "select sequence, id, organisation, version, content, changed_at, replaces, remarks from api.draft"
                    + " where organisation = any(?) and ";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final InstantSource clock;

    DraftStore(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A draft.
     *
     * @param sequence orders the list
     * @param id names it
     * @param exporter whose
     * @param version grows with every change
     * @param content canonical JSON; must not be changed
     * @param changedAt last
     * @param replaces a certificate that is cancelled when the drafted one is issued
     * @param remarks of the file with which it began
     */
    public record Draft(
            long sequence,
            UUID id,
            UUID exporter,
            long version,
            byte[] content,
            Instant changedAt,
            Optional<CertificateId> replaces,
            List<DraftRemark> remarks) {
        /**
         * What is filled in so far.
         *
         * @return the content, read
         */
        public JsonNode json() {
            return switch (StrictJson.parse(content, Integer.MAX_VALUE)) {
                case Checked.Accepted<JsonNode>(var json, var read) -> json;
                case Checked.Rejected<JsonNode>(var findings) ->
                    throw new IllegalStateException("a stored draft is damaged");
            };
        }
    }

    /**
     * Keeps a new draft.
     *
     * @param exporter whose
     * @param content canonical JSON
     * @param replaces a certificate that is cancelled when the drafted one is issued
     * @param remarks of the file with which it begins
     * @return the draft
     */
    public Draft add(UUID exporter, byte[] content, Optional<CertificateId> replaces, List<DraftRemark> remarks) {
        return database.sql("insert into api.draft (organisation, content, changed_at, replaces, remarks)"
                        + " values (?, ?, ?, ?, ?)"
                        + " returning sequence, id, organisation, version, content, changed_at, replaces, remarks")
                .param(exporter)
                .param(content)
                .param(now())
                .param(replaces.map(CertificateId::subject).orElse(null))
                .param(JSON.writeValueAsBytes(remarks))
                .query((row, number) -> draft(row))
                .single();
    }

    /**
     * Drafts of those for whom the caller acts, newest first.
     *
     * @param caller who looks
     * @param before only those with a smaller sequence
     * @param most the most of them
     * @return drafts
     */
    public List<Draft> list(Caller caller, long before, int most) {
        return database.sql(SELECT + "sequence < ? order by sequence desc limit ?")
                .param(exporters(caller))
                .param(before)
                .param(most)
                .query((row, number) -> draft(row))
                .list();
    }

    /**
     * One that the caller may see.
     *
     * @param id names it
     * @param caller who looks
     * @return the draft
     */
    public Optional<Draft> find(UUID id, Caller caller) {
        return database.sql(SELECT + "id = ?")
                .param(exporters(caller))
                .param(id)
                .query((row, number) -> draft(row))
                .optional();
    }

    /**
     * One that the caller may change, held until the transaction ends.
     *
     * @param id names it
     * @param caller who asks
     * @return the draft
     */
    public Optional<Draft> hold(UUID id, Caller caller) {
        return database.sql(SELECT + "id = ? for update")
                .param(exporters(caller))
                .param(id)
                .query((row, number) -> draft(row))
                .optional();
    }

    /**
     * Replaces the content of a draft that is held.
     *
     * @param id names it
     * @param content canonical JSON
     * @return the draft as it is now
     */
    public Draft change(UUID id, byte[] content) {
        return database.sql("update api.draft set content = ?, version = version + 1, changed_at = ? where id = ?"
                        + " returning sequence, id, organisation, version, content, changed_at, replaces, remarks")
                .param(content)
                .param(now())
                .param(id)
                .query((row, number) -> draft(row))
                .single();
    }

    /**
     * Throws a draft away that is held.
     *
     * @param id names it
     */
    public void remove(UUID id) {
        database.sql("delete from api.draft where id = ?").param(id).update();
    }

    /** As the database keeps it. */
    private Timestamp now() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static UUID[] exporters(Caller caller) {
        return caller.exporters().toArray(UUID[]::new);
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getLong(4),
                row.getBytes(5),
                row.getTimestamp(6).toInstant(),
                Optional.ofNullable(row.getString(7)).flatMap(CertificateId::ofSubject),
                remarks(row.getBytes(8)));
    }

    private static List<DraftRemark> remarks(byte @Nullable [] json) {
        return json == null ? List.of() : List.of(JSON.readValue(json, DraftRemark[].class));
    }
}
