package org.entente.launcher.demo;

import java.time.Clock;
import java.util.Optional;
import org.entente.certs.statement.StatementSignatures;
import org.entente.client.database.Database;
import org.entente.client.database.DatabaseSettings;
import org.entente.client.evidence.EvidenceExport;
import org.entente.client.show.FoldedState;
import org.entente.launcher.consortium.NodeSettings;
import org.entente.model.evidence.Evidence;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.member.Pair;
import org.entente.model.shipped.ShippedRules;

/** What a member's node stored, read from its own database: what the API does not show. */
final class MemberReading implements AutoCloseable {
    private static final int POOL = 2;

    private final NodeSettings settings;
    private final Database database;

    MemberReading(NodeSettings settings) {
        this.settings = settings;
        this.database = Database.open(new DatabaseSettings.Jdbc(
                settings.database().url(),
                settings.database().role(),
                settings.database().password(),
                POOL));
    }

    private FoldedState state() {
        return new FoldedState(database, settings.member(), ShippedRules.BOOK);
    }

    /** The last block up to which everything between this member and a partner is folded. */
    long completeUpTo(MemberId partner) {
        return state().completeUpTo(partner).block();
    }

    /** One digest over all that is folded between the two. */
    Digest digest(MemberId partner) {
        return state().digest(Optional.of(Pair.of(settings.member(), partner)));
    }

    /** The story of a subject, signed by this member. */
    Checked<Evidence> evidence(MemberId partner, String subject) {
        return new EvidenceExport(
                        database,
                        settings.member(),
                        StatementSignatures.signer(settings.statementKey().key()),
                        Clock.systemUTC())
                .ofSubject(partner, subject);
    }

    @Override
    public void close() {
        database.close();
    }
}
