package org.entente.conformance.suite;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.entente.certs.key.SoftwareKey;
import org.entente.conformance.client.Client;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.entente.model.statement.BatchSigner;
import org.entente.model.statement.Salt;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StatementType;
import org.entente.model.statement.StoredHead;
import org.entente.model.statement.StreamHead;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Statements as an author's node makes them, and their way into the contract. */
final class Statements {
    private static final AtomicLong NEXT = new AtomicLong();
    private static final SoftwareKey KEY = SoftwareKey.generate();
    private static final BatchSigner SIGNER = new BatchSigner() {
        @Override
        public String keyId() {
            return KEY.keyId();
        }

        @Override
        public byte[] sign(byte[] headerBytes) {
            return KEY.sign(headerBytes);
        }
    };

    private Statements() {}

    static Batch batch(String collection, StreamHead head, String... texts) {
        List<StatementDraft> drafts =
                Stream.of(texts).map(text -> draft(collection, text)).toList();
        return Batch.seal(head, drafts, SIGNER);
    }

    private static StatementDraft draft(String collection, String text) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("note", text);
        byte[] seed = (SharedNetwork.open().run() + NEXT.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
        byte[] digest = Digest.of(seed).raw();
        return new StatementDraft(
                StreamId.ofCollection(collection),
                new StatementId(Digest.ofRaw(digest).hex()),
                new StatementType("sample.note", 1),
                "subject of " + text.substring(0, Math.min(text.length(), 100)),
                Instant.parse("2026-05-03T00:00:00Z"),
                "officer-1",
                Salt.of(java.util.Arrays.copyOf(Digest.of(digest).raw(), 16)),
                body);
    }

    static Proposal submission(Client client, Batch batch) {
        return submission(client, batch.bytes());
    }

    static Proposal submission(Client client, byte[] batch) {
        return client.entente()
                .newProposal("submit")
                .putTransient("batch", batch)
                .build();
    }

    /** Where a stream ends now, as one of its members reads it. */
    static StreamHead head(Client client, String collection) throws GatewayException {
        String stored = Proposals.ask(client, "getPrivate", collection, StoredHead.KEY);
        return Optional.of(stored)
                .filter(text -> !text.isEmpty())
                .map(text -> StoredHead.read(text.getBytes(StandardCharsets.UTF_8)))
                .map(Statements::accepted)
                .orElse(StreamHead.START);
    }

    private static StreamHead accepted(Checked<StoredHead> checked) {
        return switch (checked) {
            case Checked.Accepted<StoredHead>(var stored, var remarks) -> stored.head();
            case Checked.Rejected<StoredHead>(var findings) -> throw new AssertionError(findings.toString());
        };
    }
}
