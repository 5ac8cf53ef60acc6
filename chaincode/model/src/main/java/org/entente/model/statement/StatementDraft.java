package org.entente.model.statement;

import java.time.Instant;
import java.util.List;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.json.StrictJson;
import org.entente.model.json.UtcTime;
import org.entente.model.ledger.Digest;
import org.entente.model.member.StreamId;
import tools.jackson.databind.JsonNode;

/**
 * What an officer decided to say, before it has a place in the stream.
 *
 * @param stream author and audience
 * @param id names the statement
 * @param type what the body is
 * @param subject what it speaks of: operator, certificate, container, agreement; at most
 *     {@link StatementLimits#MAX_SUBJECT_LENGTH} characters
 * @param effectiveFrom when it is true in the world, UTC
 * @param officer who decided, in the author's own terms; at most {@link StatementLimits#MAX_OFFICER_LENGTH} characters
 * @param salt 128 random bits
 * @param body the content, an object as the type's schema says; must not be changed afterwards
 */
public record StatementDraft(
        StreamId stream,
        StatementId id,
        StatementType type,
        String subject,
        Instant effectiveFrom,
        String officer,
        Salt salt,
        JsonNode body) {
    private static final Digest SOME_DIGEST = new Digest("f".repeat(64));

    /**
     * Refuses blank or over-long texts, a time outside the years 1 to 9999 and a body that is no object with
     * {@link IllegalArgumentException}.
     */
    public StatementDraft {
        if (subject.isBlank() || subject.length() > StatementLimits.MAX_SUBJECT_LENGTH) {
            throw new IllegalArgumentException("a subject has 1 to " + StatementLimits.MAX_SUBJECT_LENGTH);
        }
        if (officer.isBlank() || officer.length() > StatementLimits.MAX_OFFICER_LENGTH) {
            throw new IllegalArgumentException("an officer reference has 1 to " + StatementLimits.MAX_OFFICER_LENGTH);
        }
        if (!body.isObject()) {
            throw new IllegalArgumentException("a body is a JSON object");
        }
        UtcTime.check(effectiveFrom);
    }

    /**
     * What every reader would refuse in this statement, wherever it stands: too long, too deep, a fraction, U+0000. Ask
     * before a draft is put in line: one that cannot be sealed would hold up its stream.
     *
     * @return every reason; empty if it can be sealed
     */
    public List<Finding> check() {
        return trial() instanceof Checked.Rejected<SealedStatement>(var findings) ? findings : List.of();
    }

    /**
     * Like {@link #check}, with what was tried: the draft in the last place of a stream, where it is longest.
     *
     * @return the sealed statement that a reader took, or every reason why it would not
     */
    public Checked<SealedStatement> trial() {
        try {
            return SealedStatement.reread(
                    seal(StrictJson.LARGEST_INTEGER, SOME_DIGEST).bytes());
        } catch (IllegalArgumentException e) {
            return new Checked.Rejected<>(
                    List.of(Finding.of(StatementCode.STATEMENT_ENVELOPE_INVALID, "", String.valueOf(e.getMessage()))));
        }
    }

    /**
     * Gives the statement its place.
     *
     * @param sequence from 1, without gaps
     * @param previous digest of the statement before, {@link Digest#NONE} for the first
     * @return the statement with its bytes and digest
     * @throws IllegalArgumentException if a reader would refuse it; see {@link #check}
     */
    public SealedStatement seal(long sequence, Digest previous) {
        return SealedStatement.of(new Statement(this, sequence, previous));
    }

    /**
     * Digest of what is said, without salt and place: equal for the same request made twice (architecture rule 11).
     *
     * @return SHA-256 of the canonical form without {@code salt}, {@code sequence} and {@code previousDigest}; never
     *     publish it, it can be guessed
     */
    public Digest contentDigest() {
        return StatementJson.contentDigest(this);
    }
}
