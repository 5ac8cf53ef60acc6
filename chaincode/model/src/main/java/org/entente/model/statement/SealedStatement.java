package org.entente.model.statement;

import java.util.List;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.StrictJson;
import org.entente.model.ledger.Digest;
import tools.jackson.databind.JsonNode;

/**
 * A statement with the canonical bytes that its digest, its Merkle leaf and every proof are made of.
 *
 * @param statement what the bytes say
 * @param bytes RFC 8785; must not be changed
 * @param digest RFC 9162 leaf hash: SHA-256 of a zero byte and the bytes
 */
public record SealedStatement(Statement statement, byte[] bytes, Digest digest) {
    /**
     * Seals a statement.
     *
     * @param statement the statement
     * @return it with bytes and digest
     * @throws IllegalArgumentException if a reader would refuse it; see {@link StatementDraft#check}
     */
    public static SealedStatement of(Statement statement) {
        byte[] bytes = CanonicalJson.bytes(StatementJson.write(statement), StatementLimits.MAX_STATEMENT_DEPTH);
        if (bytes.length > StatementLimits.MAX_STATEMENT_BYTES) {
            throw new IllegalArgumentException("a statement has at most " + StatementLimits.MAX_STATEMENT_BYTES);
        }
        return new SealedStatement(statement, bytes, MerkleTree.leaf(bytes));
    }

    /**
     * Reads canonical bytes.
     *
     * @param bytes one statement
     * @return the statement, or every reason why the bytes are refused
     */
    public static Checked<SealedStatement> parse(byte[] bytes) {
        if (bytes.length > StatementLimits.MAX_STATEMENT_BYTES) {
            return new Checked.Rejected<>(
                    List.of(Finding.of(StatementCode.STATEMENT_TOO_LARGE, "", bytes.length + " bytes")));
        }
        return switch (CanonicalJson.parseCanonical(
                bytes, StatementLimits.MAX_STATEMENT_BYTES, StatementLimits.MAX_STATEMENT_DEPTH)) {
            case Checked.Rejected<JsonNode>(var findings) -> new Checked.Rejected<>(findings);
            case Checked.Accepted<JsonNode>(var node, var remarks) -> ofNode(node, "", bytes);
        };
    }

    /** Like {@link #parse} for bytes that were canonicalised here: only whether a reader takes them is asked. */
    static Checked<SealedStatement> reread(byte[] canonical) {
        return switch (StrictJson.parse(
                canonical, StatementLimits.MAX_STATEMENT_BYTES, StatementLimits.MAX_STATEMENT_DEPTH)) {
            case Checked.Rejected<JsonNode>(var findings) -> new Checked.Rejected<>(findings);
            case Checked.Accepted<JsonNode>(var node, var remarks) -> ofNode(node, "", canonical);
        };
    }

    /**
     * Digest of what is said, without salt and place: that of {@link StatementDraft#contentDigest()}, but cut out of the
     * bytes and not written anew.
     *
     * @return SHA-256 of the canonical form without {@code salt}, {@code sequence} and {@code previousDigest}
     */
    public Digest contentDigest() {
        return StatementJson.contentDigest(statement, bytes);
    }

    static Checked<SealedStatement> ofNode(JsonNode node, String pointer, byte[] canonical) {
        return switch (StatementJson.read(node, pointer)) {
            case Checked.Rejected<Statement>(var findings) -> new Checked.Rejected<>(findings);
            case Checked.Accepted<Statement>(var statement, var remarks) ->
                new Checked.Accepted<>(new SealedStatement(statement, canonical, MerkleTree.leaf(canonical)), remarks);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedStatement that && digest.equals(that.digest);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }
}
