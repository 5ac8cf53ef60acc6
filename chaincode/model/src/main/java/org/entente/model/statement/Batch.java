package org.entente.model.statement;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.entente.model.finding.Checked;
import org.entente.model.json.CanonicalJson;
import org.entente.model.ledger.Digest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one transaction writes: a signed header and its statements, chained and under one Merkle root. A batch that exists
 * is consistent in itself; whether its signature counts, and whether it continues its stream, is for the reader.
 *
 * @param header what is signed
 * @param signature ASN.1 DER; must not be changed
 * @param statements in order
 * @param bytes the canonical form that stands on the ledger; must not be changed
 */
public record Batch(BatchHeader header, byte[] signature, List<SealedStatement> statements, byte[] bytes) {
    /** Keeps an unmodifiable copy of the list. */
    public Batch {
        statements = List.copyOf(statements);
    }

    /**
     * Numbers, chains and signs statements.
     *
     * @param head where the stream ends
     * @param drafts what to say, in order, all of one stream; at most {@link StatementLimits#MAX_BATCH_STATEMENTS}
     * @param signer the author's key
     * @return the batch
     * @throws IllegalArgumentException if the drafts are none, too many or of several streams
     */
    public static Batch seal(StreamHead head, List<StatementDraft> drafts, BatchSigner signer) {
        List<SealedStatement> statements = new ArrayList<>(drafts.size());
        Digest previous = head.digest();
        long sequence = head.sequence();
        for (StatementDraft draft : drafts) {
            if (!draft.stream().equals(drafts.getFirst().stream())) {
                throw new IllegalArgumentException("a batch belongs to one stream");
            }
            SealedStatement next = draft.seal(++sequence, previous);
            statements.add(next);
            previous = next.digest();
        }
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("a batch holds at least one statement");
        }
        BatchHeader header = new BatchHeader(
                drafts.getFirst().stream(),
                head.sequence() + 1,
                statements.size(),
                head.digest(),
                MerkleTree.root(statements.stream().map(SealedStatement::digest).toList()),
                signer.keyId());
        byte[] signature = signer.sign(header.bytes());
        return new Batch(header, signature, statements, write(header, signature, statements));
    }

    /**
     * Reads the bytes of a batch and checks everything that the bytes alone can show: canonical form, limits, envelope,
     * chain, Merkle root.
     *
     * @param bytes what stands on the ledger
     * @return the batch, or every reason why the bytes are refused
     */
    public static Checked<Batch> parse(byte[] bytes) {
        return BatchReader.read(bytes);
    }

    /**
     * Where the stream ends after this batch.
     *
     * @return last sequence and digest
     */
    public StreamHead newHead() {
        return new StreamHead(header.lastSequence(), statements.getLast().digest());
    }

    private static byte[] write(BatchHeader header, byte[] signature, List<SealedStatement> statements) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("header", header.write());
        node.put("signature", Base64.getEncoder().encodeToString(signature));
        ArrayNode list = node.putArray("statements");
        statements.forEach(next -> list.add(StatementJson.write(next.statement())));
        return CanonicalJson.bytes(node);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Batch that && java.util.Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(bytes);
    }
}
