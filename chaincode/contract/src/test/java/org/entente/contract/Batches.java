package org.entente.contract;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.entente.model.statement.BatchSigner;
import org.entente.model.statement.Salt;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StatementType;
import org.entente.model.statement.StreamHead;
import tools.jackson.databind.node.JsonNodeFactory;

/** Batches of the stream AU-CN. The contract checks no signature (every reader does), so these carry none that counts. */
final class Batches {
    static final String PRIVATE = "CERT-7731-PRIVATE";

    private static final BatchSigner NO_SIGNER = new BatchSigner() {
        @Override
        public String keyId() {
            return "k1";
        }

        @Override
        public byte[] sign(byte[] headerBytes) {
            return new byte[70];
        }
    };

    private Batches() {}

    static Batch after(StreamHead head, int count) {
        List<StatementDraft> drafts =
                IntStream.range(0, count).mapToObj(i -> draft(head, i)).toList();
        return Batch.seal(head, drafts, NO_SIGNER);
    }

    private static StatementDraft draft(StreamHead head, int index) {
        return new StatementDraft(
                new StreamId(new MemberId("AU"), new MemberId("CN")),
                new StatementId(
                        Digest.of(("id" + head.sequence() + index).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .hex()),
                new StatementType("sample.note", 1),
                PRIVATE,
                Instant.parse("2026-05-03T00:00:00Z"),
                "officer-1",
                Salt.of(new byte[16]),
                JsonNodeFactory.instance.objectNode().put("text", PRIVATE));
    }
}
