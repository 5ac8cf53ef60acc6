package org.entente.model.statement;

import java.util.Optional;
import org.entente.model.finding.Findings;
import org.entente.model.json.ObjectReader;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;

/** What holds of the place in a stream that a statement's envelope and a batch's header both name. */
final class StreamPlace {
    private StreamPlace() {}

    /** Checks the members that could be read; what could not was found before. */
    static void check(
            ObjectReader in,
            Findings findings,
            Optional<MemberId> author,
            Optional<MemberId> audience,
            Optional<Long> sequence,
            Optional<Digest> previous) {
        if (author.isPresent() && author.equals(audience)) {
            findings.add(StatementCode.STATEMENT_ENVELOPE_INVALID, in.at("audience"), "author and audience are equal");
        }
        if (sequence.isPresent()
                && previous.isPresent()
                && (sequence.get() == 1) != previous.get().equals(Digest.NONE)) {
            findings.add(
                    StatementCode.STATEMENT_ENVELOPE_INVALID,
                    in.at("previousDigest"),
                    "sequence 1 and only it has no predecessor");
        }
    }
}
