package org.entente.model.statement;

import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.model.finding.Findings;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.ObjectReader;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an author signs: one header for all statements of a batch.
 *
 * @param stream author and audience
 * @param firstSequence sequence of the first statement
 * @param count how many statements, 1 to {@link StatementLimits#MAX_BATCH_STATEMENTS}
 * @param previousDigest digest of the statement before the first, {@link Digest#NONE} at the start of the stream
 * @param merkleRoot root over the statements (RFC 9162)
 * @param keyId which of the author's keys signs
 */
public record BatchHeader(
        StreamId stream, long firstSequence, int count, Digest previousDigest, Digest merkleRoot, String keyId) {
    private static final int HEADER_VERSION = 1;
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Refuses values outside their bounds with {@link IllegalArgumentException}. */
    public BatchHeader {
        if (firstSequence < 1 || (firstSequence == 1) != previousDigest.equals(Digest.NONE)) {
            throw new IllegalArgumentException("sequence 1 and only it has no predecessor");
        }
        if (count < 1 || count > StatementLimits.MAX_BATCH_STATEMENTS) {
            throw new IllegalArgumentException("a batch holds 1 to " + StatementLimits.MAX_BATCH_STATEMENTS);
        }
        checkKeyId(keyId);
    }

    /**
     * Sequence of the last statement.
     *
     * @return first sequence + count - 1
     */
    public long lastSequence() {
        return firstSequence + count - 1;
    }

    /**
     * The bytes that are signed.
     *
     * @return canonical JSON (RFC 8785)
     */
    public byte[] bytes() {
        return CanonicalJson.bytes(write());
    }

    /**
     * The private-data key under which the batch stands: opaque, since the Merkle root is over salted statements.
     *
     * @return {@code batch/} and the SHA-256 of {@link #bytes()}
     */
    public String ledgerKey() {
        return "batch/" + Digest.of(bytes());
    }

    ObjectNode write() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("audience", stream.audience().value());
        node.put("author", stream.author().value());
        node.put("count", count);
        node.put("firstSequence", firstSequence);
        node.put("header", HEADER_VERSION);
        node.put("keyId", keyId);
        node.put("merkleRoot", merkleRoot.hex());
        node.put("previousDigest", previousDigest.hex());
        return node;
    }

    /**
     * Reads a header that stands inside another document.
     *
     * @param in the header's object
     * @param findings where errors are collected; the same that {@code in} collects to
     * @return the header, only if no error was found so far
     */
    public static Optional<BatchHeader> read(ObjectReader in, Findings findings) {
        in.integer("header", HEADER_VERSION, HEADER_VERSION);
        Optional<MemberId> author = in.parsed("author", "a member code", MemberId::new);
        Optional<MemberId> audience = in.parsed("audience", "a member code", MemberId::new);
        Optional<Long> first = in.integer("firstSequence", 1, (1L << 53) - 1 - StatementLimits.MAX_BATCH_STATEMENTS);
        Optional<Long> count = in.integer("count", 1, StatementLimits.MAX_BATCH_STATEMENTS);
        Optional<Digest> previous = in.parsed("previousDigest", "64 hexadecimal digits", Digest::new);
        Optional<Digest> root = in.parsed("merkleRoot", "64 hexadecimal digits", Digest::new);
        Optional<String> keyId = in.parsed("keyId", "a key id", BatchHeader::checkKeyId);
        in.end();
        StreamPlace.check(in, findings, author, audience, first, previous);
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new BatchHeader(
                new StreamId(author.orElseThrow(), audience.orElseThrow()),
                first.orElseThrow(),
                count.orElseThrow().intValue(),
                previous.orElseThrow(),
                root.orElseThrow(),
                keyId.orElseThrow()));
    }

    private static String checkKeyId(String text) {
        if (!KEY_ID.matcher(text).matches()) {
            throw new IllegalArgumentException("not a key id");
        }
        return text;
    }
}
