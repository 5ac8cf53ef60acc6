package org.entente.client.outbox;

import java.security.SecureRandom;
import java.util.List;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Salt;
import org.entente.model.statement.SealedStatement;
import org.entente.model.statement.StatementCode;
import org.entente.model.statement.StatementDraft;

/** Makes a draft of a request and checks it as its readers will: what they would refuse is never stored. */
final class DraftMaking {
    private static final int SALT_BYTES = 16;

    private final MemberId self;
    private final StatementIds ids;
    private final SecureRandom random;

    DraftMaking(MemberId self, StatementIds ids, SecureRandom random) {
        this.self = self;
        this.ids = ids;
        this.random = random;
    }

    /**
     * A draft that readers accept.
     *
     * @param draft the draft
     * @param content digest of what it says
     * @param sealedBytes the most bytes that it takes on the ledger
     */
    record Ready(StatementDraft draft, Digest content, int sealedBytes) {}

    Checked<Ready> make(StatementRequest request) {
        Findings findings = new Findings();
        if (request.audience().equals(self)) {
            findings.add(StatementCode.STATEMENT_ENVELOPE_INVALID, "/audience", "author and audience are equal");
            return new Checked.Rejected<>(findings.all());
        }
        try {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            StatementDraft draft = new StatementDraft(
                    new StreamId(self, request.audience()),
                    ids.of(request),
                    request.type(),
                    request.subject(),
                    request.effectiveFrom(),
                    request.officer(),
                    Salt.of(salt),
                    request.body());
            return check(draft);
        } catch (IllegalArgumentException e) {
            // The records' own words name the limit and never the value.
            findings.add(StatementCode.STATEMENT_ENVELOPE_INVALID, "", String.valueOf(e.getMessage()));
            return new Checked.Rejected<>(findings.all());
        }
    }

    private static Checked<Ready> check(StatementDraft draft) {
        return switch (draft.trial()) {
            case Checked.Rejected<SealedStatement>(var reasons) -> new Checked.Rejected<>(reasons);
            // With the longest sequence number: wherever the statement will stand, it takes no more.
            case Checked.Accepted<SealedStatement>(var longest, var remarks) ->
                new Checked.Accepted<>(new Ready(draft, longest.contentDigest(), longest.bytes().length), List.of());
        };
    }
}
