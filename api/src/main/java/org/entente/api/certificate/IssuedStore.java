package org.entente.api.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.api.account.Caller;
import org.entente.api.account.Role;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.model.member.MemberId;
import org.entente.model.origin.certificate.CertificateId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which certificates this member's officers issued, and for whom: approved applications that were stated. */
@Repository
public class IssuedStore {
    private static final String SELECT = "select a.sequence, a.id, a.subject, a.audience, a.organisation, a.decided_at"
            + " from api.application a where a.state = 'APPROVED' and a.statement_id is not null and (? or a.organisation = any(?)) and ";

    private final JdbcClient database;

    IssuedStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * An issued certificate.
     *
     * @param sequence orders the list
     * @param application that was approved
     * @param certificate which
     * @param partner to whom it was stated
     * @param exporter for whom
     * @param approvedAt when
     */
    public record Issued(
            long sequence,
            UUID application,
            CertificateId certificate,
            MemberId partner,
            UUID exporter,
            Instant approvedAt) {}

    /**
     * A page of what the caller may see, newest first.
     *
     * @param caller who looks
     * @param page which part
     * @return issued certificates
     */
    public Paged<Issued> page(Caller caller, PageRequest page) {
        return Paged.of(
                list(caller, Paged.number(page, Long.MAX_VALUE), page.limit() + 1),
                page.limit(),
                last -> String.valueOf(last.sequence()));
    }

    /**
     * To whom the certificates of a page were stated.
     *
     * @param page issued certificates
     * @return of each the other administration
     */
    public static Map<CertificateId, MemberId> partners(Paged<Issued> page) {
        return page.items().stream().collect(Collectors.toMap(Issued::certificate, Issued::partner));
    }

    /**
     * Newest first, of all whom the caller may see.
     *
     * @param caller who looks
     * @param before only those with a smaller sequence
     * @param most the most of them
     * @return issued certificates
     */
    public List<Issued> list(Caller caller, long before, int most) {
        return database.sql(SELECT + "a.sequence < ? order by a.sequence desc limit ?")
                .param(caller.has(Role.ISSUING_OFFICER))
                .param(caller.exporters().toArray(UUID[]::new))
                .param(before)
                .param(most)
                .query((row, number) -> issued(row))
                .list();
    }

    /**
     * One that the caller may see.
     *
     * @param id which
     * @param caller who looks
     * @return the certificate
     */
    public Optional<Issued> find(CertificateId id, Caller caller) {
        return database.sql(SELECT + "a.subject = ?")
                .param(caller.has(Role.ISSUING_OFFICER))
                .param(caller.exporters().toArray(UUID[]::new))
                .param(id.subject())
                .query((row, number) -> issued(row))
                .optional();
    }

    private static Issued issued(ResultSet row) throws SQLException {
        return new Issued(
                row.getLong(1),
                row.getObject(2, UUID.class),
                CertificateId.ofSubject(row.getString(3)).orElseThrow(),
                new MemberId(row.getString(4)),
                row.getObject(5, UUID.class),
                row.getTimestamp(6).toInstant());
    }
}
