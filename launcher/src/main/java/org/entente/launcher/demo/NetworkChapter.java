package org.entente.launcher.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.launcher.consortium.Consortium;
import org.entente.launcher.consortium.MemberDatabase;
import org.entente.launcher.service.Administrations;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Position;
import org.entente.model.member.Admission;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.PublicRecords;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.shipped.ShippedRules;

/** Who is a member, with which key, under which rule sets: as one member's node read it from the ledger's blocks. */
final class NetworkChapter {
    private static final String RECORDS = "select key, value, block, tx_index from public_record where accepted"
            + " order by block, tx_index, ordinal";
    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Administrations services;
    private final Narrator narrator;

    private record Stored(byte[] value, Position at) {}

    NetworkChapter(Administrations services, Narrator narrator) {
        this.services = services;
        this.narrator = narrator;
    }

    void tell(MemberId reader) throws SQLException, InterruptedException {
        Map<String, Stored> records = awaitRecords(reader);
        narrator.chapter("The network is up: " + Consortium.MEMBERS.size()
                + " administrations, each with its own peer, keys and database");
        narrator.tell(new Line.Network(
                services.ledger().label() + " - " + services.ledger().limits()));
        List<List<String>> rows = new ArrayList<>();
        for (MemberId member : Consortium.MEMBERS) {
            rows.add(row(member, records));
        }
        narrator.tell(new Line.Table(List.of("member", "admitted as", "signs with key", "since", "sign in at"), rows));
        for (RuleSet ruleSet : ShippedRules.RULE_SETS.all()) {
            Stored stored = stored(records, PublicRecords.ruleSetKey(ruleSet.name()));
            boolean same = PublicRecords.readRuleSet(stored.value()) instanceof Checked.Accepted<?>(var value, var r)
                    && value.equals(ruleSet.publicRecord());
            String digest = same
                    ? ruleSet.digest().hex().substring(0, 16) + "..., the same as of the file in this software"
                    : "of OTHER bytes than the file in this software";
            narrator.tell(new Line.Fact(
                    "rule set " + ruleSet.name(),
                    "SHA-256 " + digest,
                    "block " + stored.at().block()));
            if (!same) {
                throw new NotAsExpected("the ledger has another rule set " + ruleSet.name());
            }
        }
        narrator.tell(new Line.Note("Read from the blocks by " + Cast.name(reader)
                + "'s node. Each admission was endorsed by the majority; each key can be changed by its owner alone."));
    }

    private List<String> row(MemberId member, Map<String, Stored> records) {
        Stored admission = stored(records, PublicRecords.admissionKey(member));
        Stored keys = stored(records, PublicRecords.keysKey(member));
        return List.of(
                member.value(),
                PublicRecords.readAdmission(admission.value()) instanceof Checked.Accepted<Admission>(var value, var r)
                        ? value.name()
                        : "unreadable",
                PublicRecords.readKeys(keys.value()) instanceof Checked.Accepted<MemberKeys>(var value, var r)
                        ? value.keys().getFirst().keyId().substring(0, 16) + "..."
                        : "unreadable",
                "block " + keys.at().block(),
                services.ports().address(member).toString());
    }

    private static Stored stored(Map<String, Stored> records, String key) {
        return Optional.ofNullable(records.get(key)).orElseThrow(() -> new NotAsExpected("the ledger has no " + key));
    }

    /** Admissions are on the ledger when the consortium has started; the reader's follower may be a moment behind. */
    private Map<String, Stored> awaitRecords(MemberId reader) throws SQLException, InterruptedException {
        int expected =
                2 * Consortium.MEMBERS.size() + ShippedRules.RULE_SETS.all().size();
        long end = System.nanoTime() + PATIENCE_NANOS;
        MemberDatabase database = services.settings(reader).database();
        try (Connection connection = database.connect()) {
            Map<String, Stored> records = read(connection);
            while (records.size() < expected) {
                if (System.nanoTime() > end) {
                    throw new NotAsExpected("the node of " + reader + " does not follow the ledger");
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
                records = read(connection);
            }
            return records;
        }
    }

    private static Map<String, Stored> read(Connection connection) throws SQLException {
        Map<String, Stored> records = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(RECORDS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                records.put(
                        row.getString(1), new Stored(row.getBytes(2), new Position(row.getLong(3), row.getInt(4), 0)));
            }
        }
        return records;
    }
}
