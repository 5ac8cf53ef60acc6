package org.entente.api.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.api.problem.FindingView;
import org.entente.client.MemberNode;
import org.entente.client.finding.FindingBytes;
import org.entente.client.finding.ShownFinding;
import org.entente.client.outbox.OutboxStatus;
import org.entente.client.outbox.Progress;
import org.entente.model.finding.Checked;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.json.StrictJson;
import org.entente.model.member.MemberId;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StatementType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What was said of a certificate and when, from the evidence; and what this member wanted to say and the rules did not let
 * it, which nobody else ever saw.
 */
@Component
public class CertificateHistory {
    /** The most statements that are shown of either kind: a certificate with more is read through the API. */
    static final int MOST = 500;

    private static final String STATED = "select s.author, s.type, s.version, s.block, s.standing, s.findings,"
            + " t.tx_seconds, t.tx_nanos, substr(v.value, s.value_offset + 1, s.value_length) as bytes"
            + " from statement s join ledger_transaction t using (block, tx_index)"
            + " left join evidence_value v using (evidence_id)"
            + " where s.subject = ? and least(s.author, s.audience) = ? and greatest(s.author, s.audience) = ?"
            + " order by s.block desc, s.tx_index desc, s.batch_index desc limit ?";
    private static final String DECIDED = "select action, detail from api.audit where subject = ?"
            + " and (action like 'origin.certificate.%' or action = ?) order by id desc limit ?";

    private final JdbcClient database;
    private final MemberNode node;

    CertificateHistory(JdbcClient database, MemberNode node) {
        this.database = database;
        this.node = node;
    }

    /**
     * What was said, newest first.
     *
     * @param id a certificate of this member or of the partner
     * @param partner the other administration
     * @return entries, maybe none
     */
    public List<HistoryEntry> of(CertificateId id, MemberId partner) {
        String self = node.self().value();
        boolean first = self.compareTo(partner.value()) < 0;
        List<HistoryEntry> stated = database.sql(STATED)
                .param(id.subject())
                .param(first ? self : partner.value())
                .param(first ? partner.value() : self)
                .param(MOST)
                .query((row, number) -> stated(row))
                .list();
        List<HistoryEntry> unheard = unheard(id.subject());
        if (unheard.isEmpty()) {
            return stated;
        }
        return Stream.concat(stated.stream(), unheard.stream())
                .sorted(Comparator.comparing(HistoryEntry::at).reversed())
                .toList();
    }

    private static HistoryEntry stated(ResultSet row) throws SQLException {
        StatementType type = new StatementType(row.getString("type"), row.getInt("version"));
        return new HistoryEntry(
                Instant.ofEpochSecond(row.getLong("tx_seconds"), row.getInt("tx_nanos")),
                row.getString("author"),
                type.name(),
                Optional.ofNullable(row.getBytes("bytes")).flatMap(bytes -> said(type, bytes)),
                Optional.of(row.getLong("block")),
                Standing.valueOf(row.getString("standing")),
                views(FindingBytes.read(row.getBytes("findings"))));
    }

    private static Optional<OriginStatement> said(StatementType type, byte[] bytes) {
        return StrictJson.parse(bytes, Integer.MAX_VALUE) instanceof Checked.Accepted<JsonNode>(var json, var remarks)
                        && OriginStatement.read(type, json.path("body"))
                                instanceof Checked.Accepted<OriginStatement>(var statement, var more)
                ? Optional.of(statement)
                : Optional.empty();
    }

    /** The audit names the statements that own officers made about it. */
    private List<HistoryEntry> unheard(String subject) {
        Map<StatementId, String> made = new LinkedHashMap<>();
        database.sql(DECIDED)
                .param(subject)
                .param(CertificateDesk.CANCELLED)
                .param(MOST)
                .query((row, number) -> made.put(new StatementId(row.getString(2)), type(row.getString(1))))
                .list();
        if (made.isEmpty()) {
            return List.of();
        }
        List<HistoryEntry> entries = new ArrayList<>();
        Map<StatementId, OutboxStatus> statuses = node.outbox().status(List.copyOf(made.keySet()));
        made.forEach((id, type) -> Optional.ofNullable(statuses.get(id))
                .flatMap(status -> unheard(type, status))
                .ifPresent(entries::add));
        return entries;
    }

    private Optional<HistoryEntry> unheard(String type, OutboxStatus status) {
        return switch (status.progress()) {
            case Progress.Refused(var findings) -> Optional.of(unheard(type, status, Standing.REFUSED, findings));
            case Progress.Overtaken(var by, var findings) ->
                Optional.of(unheard(type, status, Standing.OVERTAKEN, findings));
            case Progress.Waiting waiting -> Optional.empty();
            case Progress.InBatch inBatch -> Optional.empty();
            case Progress.Committed committed -> Optional.empty();
            case Progress.Final done -> Optional.empty();
            case Progress.Quarantined quarantined -> Optional.empty();
        };
    }

    private HistoryEntry unheard(String type, OutboxStatus status, Standing standing, List<ShownFinding> findings) {
        return new HistoryEntry(
                status.receipt().acceptedAt(),
                node.self().value(),
                type,
                Optional.empty(),
                Optional.empty(),
                standing,
                views(findings));
    }

    private static String type(String action) {
        return action.equals(CertificateDesk.CANCELLED) ? OriginStatement.CANCELLED.name() : action;
    }

    private static List<FindingView> views(List<ShownFinding> findings) {
        return findings.stream().map(FindingView::of).toList();
    }
}
