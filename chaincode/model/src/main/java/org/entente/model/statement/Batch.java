package org.entente.model.statement;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.entente.model.finding.Checked;
import org.entente.model.json.Base64Text;
import org.entente.model.ledger.Digest;

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
     * @throws IllegalArgumentException if the drafts are none, too many, together too long, of several streams or share
     *     an id, or a reader would refuse one of them; see {@link StatementDraft#check}
     */
    public static Batch seal(StreamHead head, List<StatementDraft> drafts, BatchSigner signer) {
        if (drafts.stream().map(StatementDraft::id).distinct().count() < drafts.size()) {
            throw new IllegalArgumentException("a batch holds a statementId once");
        }
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
        byte[] bytes = bytes(header, signature, statements);
        if (bytes.length > StatementLimits.MAX_BATCH_BYTES) {
            throw new IllegalArgumentException("a batch has at most " + StatementLimits.MAX_BATCH_BYTES);
        }
        return new Batch(header, signature, statements, bytes);
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

    /** The canonical form, put together from parts that are canonical already: nothing is canonicalised twice. */
    static byte[] bytes(BatchHeader header, byte[] signature, List<SealedStatement> statements) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("{\"header\":"));
        out.writeBytes(header.bytes());
        out.writeBytes(ascii(",\"signature\":\"" + Base64Text.write(signature) + "\",\"statements\":["));
        for (int i = 0; i < statements.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(statements.get(i).bytes());
        }
        out.writeBytes(ascii("]}"));
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Batch that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
