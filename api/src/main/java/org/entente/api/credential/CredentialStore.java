package org.entente.api.credential;

import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.Optional;
import org.entente.certs.credential.link.CredentialLink;
import org.entente.model.member.MemberId;
import org.entente.model.statement.StatementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Credentials of this member's certificates, in its database. */
@Repository
class CredentialStore {
    private final JdbcClient database;

    CredentialStore(JdbcClient database) {
        this.database = database;
    }

    /** Takes the place of one that was made for an approval without effect: nobody ever got that. */
    void add(HeldCredential made, CredentialLink link, byte[] encrypted) {
        database.sql("delete from api.credential_link where subject = ?")
                .param(made.subject())
                .update();
        database.sql("delete from api.credential where subject = ?")
                .param(made.subject())
                .update();
        database.sql("insert into api.credential (subject, id, statement_id, audience, document, secured, seal, link,"
                        + " made_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(made.subject())
                .param(made.id())
                .param(HexFormat.of().parseHex(made.statement().hex()))
                .param(made.audience().value())
                .param(made.document())
                .param(made.secured())
                .param(made.seal())
                .param(made.link())
                .param(Timestamp.from(made.madeAt()))
                .update();
        database.sql("insert into api.credential_link (opaque, subject, content) values (?, ?, ?)")
                .param(link.opaque())
                .param(made.subject())
                .param(encrypted)
                .update();
    }

    Optional<HeldCredential> find(String subject) {
        return database.sql("select subject, id, statement_id, audience, document, secured, seal, link, made_at"
                        + " from api.credential where subject = ?")
                .param(subject)
                .query((row, number) -> new HeldCredential(
                        row.getString(1),
                        row.getString(2),
                        new StatementId(HexFormat.of().formatHex(row.getBytes(3))),
                        new MemberId(row.getString(4)),
                        row.getBytes(5),
                        row.getBytes(6),
                        row.getString(7),
                        row.getString(8),
                        row.getTimestamp(9).toInstant()))
                .optional();
    }

    Optional<byte[]> encrypted(String opaque) {
        return database.sql("select content from api.credential_link where opaque = ?")
                .param(opaque)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }
}
