package org.entente.model.evidence;

import org.entente.model.finding.Checked;
import org.entente.model.json.Base64Text;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.StrictJson;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes {@code schema/evidence-1.json}. Statements stand in a list of their own beside their proofs, as in a batch: inside
 * their proofs the deepest ones would be nested deeper than any reader follows.
 */
final class EvidenceJson {
    static final int VERSION = 1;

    private EvidenceJson() {}

    static byte[] write(Evidence evidence, boolean signed) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("evidence", VERSION);
        node.putArray("members")
                .add(evidence.members().first().value())
                .add(evidence.members().second().value());
        ObjectNode presenter = node.putObject("presenter");
        presenter.put("at", evidence.presenter().at().toString());
        presenter.put("keyId", evidence.presenter().keyId());
        presenter.put("member", evidence.presenter().member().value());
        presenter.put("publicKey", Base64Text.write(evidence.presenter().spki()));
        if (signed) {
            presenter.put("signature", Base64Text.write(evidence.signature()));
        }
        ArrayNode proofs = node.putArray("proofs");
        ArrayNode statements = node.putArray("statements");
        for (EvidenceEntry entry : evidence.entries()) {
            proof(proofs.addObject(), entry);
            statements.add(read(entry.statement().bytes()));
        }
        byte[] bytes = CanonicalJson.bytes(node);
        if (bytes.length > Evidence.MAX_BYTES) {
            throw new IllegalArgumentException("an evidence file has at most " + Evidence.MAX_BYTES + " bytes");
        }
        return bytes;
    }

    private static void proof(ObjectNode node, EvidenceEntry entry) {
        ObjectNode batch = node.putObject("batch");
        batch.set("header", read(entry.header().bytes()));
        batch.put("signature", Base64Text.write(entry.signature()));
        key(node.putObject("key"), entry.key());
        ledger(node.putObject("ledger"), entry.ledger());
        ObjectNode merkle = node.putObject("merkle");
        merkle.put("index", entry.proof().index());
        ArrayNode path = merkle.putArray("path");
        entry.proof().path().stream().map(Digest::hex).forEach(path::add);
    }

    private static void key(ObjectNode node, PublishedKey key) {
        node.put("keyId", key.key().keyId());
        node.put("publicKey", Base64Text.write(key.key().spki()));
        ObjectNode published = node.putObject("published");
        position(published, key.at());
        published.put("transactionId", key.transactionId().hex());
        node.put("validFrom", key.key().validFrom().toString());
        key.key().validUntil().ifPresent(until -> node.put("validUntil", until.toString()));
    }

    private static void ledger(ObjectNode node, LedgerRecord ledger) {
        ObjectNode header = node.putObject("blockHeader");
        header.put("dataHash", ledger.dataHash().hex());
        header.put("number", ledger.at().block());
        header.put("previousHash", ledger.previousHash().hex());
        node.put("chaincode", ledger.chaincode());
        node.put("channel", ledger.channel());
        node.put("collection", ledger.collection());
        node.put("envelope", Base64Text.write(ledger.envelope()));
        node.put("keyHash", ledger.keyHash().hex());
        node.put("timestamp", ledger.timestamp().toString());
        node.put("transaction", ledger.at().transaction());
        node.put("transactionId", ledger.transactionId().hex());
        node.put("valueHash", ledger.valueHash().hex());
    }

    private static void position(ObjectNode node, Position at) {
        node.put("block", at.block());
        node.put("transaction", at.transaction());
    }

    /** What was canonical when it was made is read again: its members need no second description here. */
    private static JsonNode read(byte[] canonical) {
        return switch (StrictJson.parse(canonical, Evidence.MAX_BYTES)) {
            case Checked.Accepted<JsonNode>(var node, var remarks) -> node;
            case Checked.Rejected<JsonNode>(var findings) ->
                throw new IllegalArgumentException("not canonical: " + findings);
        };
    }
}
