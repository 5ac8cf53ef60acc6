package org.entente.client.evidence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.client.database.Database;
import org.entente.model.evidence.Evidence;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.evidence.Presenter;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.Pair;
import org.entente.model.member.VerificationKey;
import org.entente.model.statement.BatchSigner;
import org.entente.model.statement.StatementId;

/**
 * Makes evidence files from a member's database: the statements of either side that stand, with the bytes, the blocks and
 * the keys that the follower stored. It asks no network and changes nothing.
 */
public final class EvidenceExport {
    private final Database database;
    private final MemberId self;
    private final BatchSigner signer;
    private final InstantSource clock;

    /**
     * An export.
     *
     * @param database the member's database
     * @param self the member, who presents the files
     * @param signer the member's key, published on the ledger
     * @param clock says when a file is made
     */
    public EvidenceExport(Database database, MemberId self, BatchSigner signer, InstantSource clock) {
        this.database = database;
        this.self = self;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * The story of a subject: every statement about it that stands between this member and a partner.
     *
     * @param partner the other member
     * @param subject the subject
     * @return the evidence, or why there is none
     * @throws org.entente.client.database.DatabaseFailure if the database fails
     */
    public Checked<Evidence> ofSubject(MemberId partner, String subject) {
        return export(Pair.of(self, partner), rows -> rows.ofSubject(subject));
    }

    /**
     * Chosen statements that stand between this member and a partner; those that do not are left out.
     *
     * @param partner the other member
     * @param ids which statements, of either author
     * @return the evidence, or why there is none
     * @throws org.entente.client.database.DatabaseFailure if the database fails
     */
    public Checked<Evidence> ofStatements(MemberId partner, List<StatementId> ids) {
        return export(Pair.of(self, partner), rows -> rows.ofStatements(ids));
    }

    private interface Choice {
        List<StoredProof> of(ProofRows rows) throws SQLException;
    }

    private Checked<Evidence> export(Pair pair, Choice choice) {
        return database.transaction(connection -> {
            // One snapshot, so that what the fold says and what proves it belong together.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            ProofRows rows = new ProofRows(connection, pair);
            return present(pair, choice.of(rows), rows);
        });
    }

    private Checked<Evidence> present(Pair pair, List<StoredProof> stored, ProofRows rows) throws SQLException {
        if (stored.isEmpty()) {
            return refused(ExportCode.EXPORT_NOTHING_FOUND, pair.toString());
        }
        if (stored.size() > Evidence.MAX_STATEMENTS) {
            return refused(ExportCode.EXPORT_TOO_MANY, "limit " + Evidence.MAX_STATEMENTS);
        }
        Findings findings = new Findings();
        List<EvidenceEntry> entries = new ArrayList<>();
        for (StoredProof each : stored) {
            each.entry(rows)
                    .ifPresentOrElse(
                            entries::add,
                            () -> findings.add(
                                    ExportCode.EXPORT_PROOF_BROKEN,
                                    "",
                                    "at " + each.at().withIndex(each.index())));
        }
        Optional<Presenter> presenter = presenter(rows);
        if (presenter.isEmpty()) {
            findings.add(ExportCode.EXPORT_KEY_UNPUBLISHED, "", signer.keyId());
        }
        return findings.hasErrors()
                ? new Checked.Rejected<>(findings.all())
                : signed(pair, entries, presenter.orElseThrow());
    }

    private Checked<Evidence> signed(Pair pair, List<EvidenceEntry> entries, Presenter presenter) {
        try {
            return new Checked.Accepted<>(Evidence.present(pair, entries, presenter, signer), List.of());
        } catch (IllegalArgumentException e) {
            return refused(ExportCode.EXPORT_TOO_MANY, "longer than " + Evidence.MAX_BYTES + " bytes");
        }
    }

    private Optional<Presenter> presenter(ProofRows rows) throws SQLException {
        Instant now = clock.instant();
        return rows.latestKeys(self)
                .map(PublishedKeys::keys)
                .flatMap((MemberKeys keys) -> keys.key(signer.keyId()))
                .map((VerificationKey key) -> new Presenter(self, now, key.keyId(), key.spki()));
    }

    private static Checked<Evidence> refused(ExportCode code, String detail) {
        return new Checked.Rejected<>(List.of(Finding.of(code, "", detail)));
    }
}
