package org.entente.launcher.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.launcher.consortium.MemberDatabase;
import org.entente.leak.Leak;
import org.entente.leak.LeakSearch;
import org.entente.leak.Spelling;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;

/** What a third member holds: the same blocks, with hashes where the two others have statements. */
final class OutsiderChapter {
    private final Stage stage;

    OutsiderChapter(Stage stage) {
        this.stage = stage;
    }

    void tell(Position lastUse) throws InterruptedException, SQLException, IOException {
        MemberId outsider = stage.cast().outsider();
        String name = Cast.name(outsider);
        stage.narrator().chapter(name + " sees nothing of it");
        try (MemberReading reading = new MemberReading(stage.services().settings(outsider))) {
            stage.awaitFolded(reading, stage.cast().exporter(), lastUse);
        }
        MemberDatabase database = stage.services().settings(outsider).database();
        stage.narrator()
                .tell(new Line.Fact(
                        name + "'s node",
                        count(database, "block") + " blocks followed, "
                                + count(database, "ledger_transaction") + " transactions with data for it, "
                                + count(database, "statement") + " statements",
                        "counted in its database"));
        Set<String> secrets = Secrecy.textsOf(stage.certificate());
        LeakSearch search = search(outsider, secrets);
        stage.narrator()
                .tell(new Line.Fact(
                        "searched",
                        secrets.size() + " texts of the certificate in " + Spelling.values().length + " spellings ("
                                + search.patterns() + " patterns) over " + number(search.searchedBytes()) + " bytes in "
                                + search.searchedPlaces() + " files and tables",
                        name + "'s peer, its folder and its database, and the blocks that all members hold"));
        stage.narrator()
                .tell(new Line.Fact(
                        "spellings",
                        Stream.of(Spelling.values()).map(Spelling::name).collect(Collectors.joining(", ")),
                        ""));
        stage.narrator()
                .tell(new Line.Fact(
                        "found",
                        search.leaks().isEmpty() ? "nothing" : "A LEAK: " + counted(search.leaks()),
                        "besides hashes of salted batches, which say nothing"));
        LeakSearch control = search(stage.cast().importer(), secrets);
        stage.narrator()
                .tell(new Line.Fact(
                        "the same search at " + Cast.name(stage.cast().importer()),
                        number(control.leaks().size()) + " places found",
                        "so the search does find what is there"));
        stage.narrator()
                .tell(new Line.Note("Everybody sees that " + stage.cast().exporter() + " and "
                        + stage.cast().importer()
                        + " exchanged batches, when and how many: docs/threats.md. PostgreSQL's write-ahead log is one"
                        + " file for all four members on this machine and was not searched here; the tests search that"
                        + " of a server of the third member's own."));
        if (!search.leaks().isEmpty()) {
            throw new NotAsExpected(name + " holds private values");
        }
        if (control.leaks().isEmpty()) {
            throw new NotAsExpected("the search does not find what is there");
        }
    }

    private LeakSearch search(MemberId member, Set<String> secrets) throws SQLException, IOException {
        LeakSearch search =
                new LeakSearch(secrets).files(stage.services().folder().resolve(member.value()));
        for (Path holding : stage.services().ledger().view().holdings(member)) {
            search.files(holding);
        }
        try (Connection connection =
                stage.services().settings(member).database().connect()) {
            return search.tables(connection);
        }
    }

    /** What was found, without what it says. */
    private static Map<String, Long> counted(List<Leak> leaks) {
        return leaks.stream()
                .collect(Collectors.groupingBy(leak -> leak.spelling() + " in " + leak.place(), Collectors.counting()));
    }

    private static long count(MemberDatabase database, String table) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement("select count(*) from " + table);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
