package org.entente.client.outbox;

import java.security.SecureRandom;
import java.util.List;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.json.JsonCode;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Salt;
import org.entente.model.statement.SealedStatement;
import org.entente.model.statement.StatementCode;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementLimits;

/** Makes a draft of a request and checks it as its readers will: what they would refuse is never stored. */
final class DraftMaking {
    private static final int SALT_BYTES = 16;

    /** A place far down the stream needs more digits than the first: room for the longest sequence number. */
    private static final int ROOM_FOR_SEQUENCE = 16;

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
     * @param sealedBytes the most bytes that it takes on the ledger
     */
    record Ready(StatementDraft draft, int sealedBytes) {}

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
            // The constructors' own words name the limit and not the value, except where a body has no canonical form.
            findings.add(JsonCode.JSON_VALUE_INVALID, "", "a text or the body is not acceptable");
            return new Checked.Rejected<>(findings.all());
        }
    }

    private static Checked<Ready> check(StatementDraft draft) {
        byte[] bytes = draft.seal(1, Digest.NONE).bytes();
        int sealed = bytes.length + ROOM_FOR_SEQUENCE;
        if (sealed > StatementLimits.MAX_STATEMENT_BYTES) {
            return new Checked.Rejected<>(
                    List.of(Finding.of(StatementCode.STATEMENT_TOO_LARGE, "", bytes.length + " bytes")));
        }
        return switch (SealedStatement.parse(bytes)) {
            case Checked.Rejected<SealedStatement>(var found) -> new Checked.Rejected<>(found);
            case Checked.Accepted<SealedStatement>(var sameDraft, var remarks) ->
                new Checked.Accepted<>(new Ready(draft, sealed), remarks);
        };
    }
}
