package org.entente.model.statement;

import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.ObjectReader;
import org.entente.model.ledger.Digest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands under the key {@link #KEY} of a stream's collection: where the stream ends, and the batch that says so.
 *
 * @param head where the stream ends, never its start
 * @param batchKey {@link BatchHeader#ledgerKey()} of the last batch
 */
public record StoredHead(StreamHead head, String batchKey) {
    /** The private-data key, the same in every collection. */
    public static final String KEY = "head";

    /** The longest stored head in bytes. */
    public static final int MAX_BYTES = 512;

    private static final String BATCH_PREFIX = "batch/";

    /** Refuses the start of a stream and a malformed key with {@link IllegalArgumentException}. */
    public StoredHead {
        if (head.sequence() == 0) {
            throw new IllegalArgumentException("an empty stream has no stored head");
        }
        checkKey(batchKey);
    }

    /**
     * What the contract writes beside a batch.
     *
     * @param batch the stream's last batch
     * @return the head after it
     */
    public static StoredHead after(Batch batch) {
        return new StoredHead(batch.newHead(), batch.header().ledgerKey());
    }

    /**
     * Reads a stored head.
     *
     * @param bytes canonical JSON
     * @return the head, or every reason why the bytes are refused
     */
    public static Checked<StoredHead> read(byte[] bytes) {
        return switch (CanonicalJson.parseCanonical(bytes, MAX_BYTES)) {
            case Checked.Rejected<JsonNode>(var found) -> new Checked.Rejected<>(found);
            case Checked.Accepted<JsonNode>(var node, var remarks) -> {
                Findings findings = new Findings();
                Optional<StoredHead> head =
                        ObjectReader.of(node, "", findings).flatMap(in -> readMembers(in, findings));
                yield findings.hasErrors() || head.isEmpty()
                        ? new Checked.Rejected<>(findings.all())
                        : new Checked.Accepted<>(head.get(), List.of());
            }
        };
    }

    /**
     * Writes the head.
     *
     * @return canonical JSON
     */
    public byte[] bytes() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("batch", batchKey);
        node.put("digest", head.digest().hex());
        node.put("sequence", head.sequence());
        return CanonicalJson.bytes(node);
    }

    private static Optional<StoredHead> readMembers(ObjectReader in, Findings findings) {
        Optional<String> batchKey = in.parsed("batch", "the key of a batch", StoredHead::checkKey);
        Optional<Digest> digest = in.parsed("digest", "the digest of a statement", StoredHead::statementDigest);
        Optional<Long> sequence = in.integer("sequence", 1, (1L << 53) - 1);
        in.end();
        return findings.hasErrors()
                ? Optional.empty()
                : Optional.of(new StoredHead(
                        new StreamHead(sequence.orElseThrow(), digest.orElseThrow()), batchKey.orElseThrow()));
    }

    private static Digest statementDigest(String text) {
        Digest digest = new Digest(text);
        if (digest.equals(Digest.NONE)) {
            throw new IllegalArgumentException("stands only before the first statement");
        }
        return digest;
    }

    private static String checkKey(String text) {
        if (!text.startsWith(BATCH_PREFIX)) {
            throw new IllegalArgumentException("not the key of a batch");
        }
        return BATCH_PREFIX + new Digest(text.substring(BATCH_PREFIX.length())).hex();
    }
}
