package org.entente.conformance.cheat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.entente.certs.key.SoftwareKey;
import org.entente.certs.statement.StatementSignatures;
import org.entente.model.ledger.Digest;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.entente.model.statement.Salt;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StreamHead;
import tools.jackson.databind.node.JsonNodeFactory;

/** Statements made by hand, as a client can that asks nobody. */
final class Words {
    static final Instant WHEN = Instant.parse("2026-05-03T00:00:00Z");

    private static final SecureRandom RANDOM = new SecureRandom();

    private Words() {}

    static Batch batch(StreamId stream, StreamHead after, SoftwareKey key, String subject, String... notes) {
        List<StatementDraft> drafts =
                Stream.of(notes).map(note -> draft(stream, subject, note)).toList();
        return Batch.seal(after, drafts, StatementSignatures.signer(key));
    }

    private static StatementDraft draft(StreamId stream, String subject, String note) {
        byte[] id = new byte[32];
        byte[] salt = new byte[16];
        RANDOM.nextBytes(id);
        RANDOM.nextBytes(salt);
        return new StatementDraft(
                stream,
                new StatementId(Digest.ofRaw(id).hex()),
                NoteRules.NOTED,
                subject,
                WHEN,
                "officer-1",
                Salt.of(salt),
                JsonNodeFactory.instance.objectNode().put("note", note));
    }
}
