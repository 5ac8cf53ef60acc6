package org.entente.client.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.entente.model.evidence.Evidence;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.evidence.InclusionProof;
import org.entente.model.evidence.LedgerRecord;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.Pair;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.entente.model.statement.MerkleTree;
import org.entente.model.statement.Salt;
import org.entente.model.statement.SealedStatement;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StatementType;
import org.entente.model.statement.StreamHead;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One certificate of origin: issued by the first, acknowledged and used by the second, each in a batch of several. */
final class Story {
    static final String CERTIFICATE = "certificate/AU/CH-2026-000417";

    final Administration first;
    final Administration second;
    private final Random random;

    Story(Administration first, Administration second, long seed) {
        this.first = first;
        this.second = second;
        this.random = new Random(seed);
    }

    Evidence told() {
        return presented(List.of(issued(), acknowledged(), used()));
    }

    Evidence presented(List<EvidenceEntry> entries) {
        return Evidence.present(Pair.of(first.member(), second.member()), entries, second.presenter(), second.signer());
    }

    EvidenceEntry issued() {
        Batch batch = batch(
                first,
                second,
                List.of(
                        draft(first, second, "origin.certificate.issued", CERTIFICATE, body("quantity", "100")),
                        other(first, second)));
        return entry(first, batch, 0, new Position(7, 1, 0), time("2026-05-04T10:32:00.123456789Z"));
    }

    EvidenceEntry acknowledged() {
        Batch batch = batch(
                second,
                first,
                List.of(
                        other(second, first),
                        draft(second, first, "origin.certificate.acknowledged", CERTIFICATE, body("accepted", "yes")),
                        other(second, first)));
        return entry(second, batch, 1, new Position(8, 0, 0), time("2026-05-04T10:33:10Z"));
    }

    EvidenceEntry used() {
        Batch batch = batch(
                second,
                first,
                List.of(
                        other(second, first),
                        other(second, first),
                        other(second, first),
                        other(second, first),
                        draft(
                                second,
                                first,
                                "origin.certificate.used",
                                CERTIFICATE,
                                body("quantity", "40 \u6d77\u5173"))));
        return entry(second, batch, 4, new Position(9, 0, 0), time("2026-05-05T01:00:00Z"));
    }

    Batch batch(Administration author, Administration audience, List<StatementDraft> drafts) {
        // Each batch starts somewhere in the stream: what stands before is of no concern to its evidence.
        byte[] before = new byte[8];
        random.nextBytes(before);
        return Batch.seal(new StreamHead(10L * next++, Digest.of(before)), drafts, author.signer());
    }

    private long next = 1;

    EvidenceEntry entry(Administration author, Batch batch, int index, Position at, Instant time) {
        return entry(new SampleTransaction(author, batch, time), index, at);
    }

    static EvidenceEntry entry(SampleTransaction transaction, int index, Position at) {
        Batch batch = transaction.batch;
        List<Digest> leaves =
                batch.statements().stream().map(SealedStatement::digest).toList();
        byte[] envelope = transaction.envelope();
        // Alone in its block exactly where it is the first of it.
        Digest dataHash = at.transaction() == 0 ? Digest.of(envelope) : Digest.of(envelope, envelope);
        return new EvidenceEntry(
                batch.statements().get(index),
                new InclusionProof(index, MerkleTree.path(leaves, index)),
                batch.header(),
                batch.signature(),
                transaction.creator.published(Optional.empty()),
                new LedgerRecord(
                        SampleTransaction.CHANNEL,
                        SampleTransaction.CHAINCODE,
                        at,
                        transaction.transactionId(),
                        transaction.time,
                        transaction.collection,
                        transaction.keyHash(),
                        transaction.valueHash,
                        Digest.of(("block " + (at.block() - 1)).getBytes(StandardCharsets.UTF_8)),
                        dataHash,
                        envelope));
    }

    StatementDraft draft(Administration author, Administration audience, String type, String subject, ObjectNode body) {
        byte[] id = new byte[32];
        byte[] salt = new byte[16];
        random.nextBytes(id);
        random.nextBytes(salt);
        return new StatementDraft(
                new StreamId(author.member(), audience.member()),
                new StatementId(Digest.ofRaw(id).hex()),
                new StatementType(type, 1),
                subject,
                time("2026-05-04T00:00:00Z"),
                "origin-desk-7",
                Salt.of(salt),
                body);
    }

    private StatementDraft other(Administration author, Administration audience) {
        return draft(
                author, audience, "origin.certificate.noted", "certificate/other", body("n", random.nextInt() + ""));
    }

    static ObjectNode body(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }

    static Instant time(String text) {
        return Instant.parse(text);
    }

    static List<EvidenceEntry> replaced(List<EvidenceEntry> entries, int index, EvidenceEntry with) {
        List<EvidenceEntry> changed = new ArrayList<>(entries);
        changed.set(index, with);
        return changed;
    }
}
