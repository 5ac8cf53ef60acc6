package org.entente.launcher.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.entente.launcher.consortium.MemberDatabase;
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
        stage.awaitFolded(stage.consortium().node(outsider), stage.cast().exporter(), lastUse);
        MemberDatabase database = stage.consortium().settings(outsider).database();
        stage.narrator()
                .tell(new Line.Fact(
                        name + "'s node",
                        count(database, "block") + " blocks followed, "
                                + count(database, "ledger_transaction") + " transactions with data for it, "
                                + count(database, "statement") + " statements",
                        "counted in its database"));
        Needles needles = new Needles(Secrecy.textsOf(stage.certificate()));
        LeakSearch search = search(outsider, needles);
        stage.narrator()
                .tell(new Line.Fact(
                        "searched",
                        needles.texts() + " texts of the certificate in "
                                + needles.forms().size() + " encodings ("
                                + needles.count() + " patterns) over " + number(search.bytes()) + " bytes in "
                                + search.places() + " files and tables",
                        name + "'s peer, its folder and its database, and the blocks that all members hold"));
        stage.narrator()
                .tell(new Line.Fact(
                        "encodings",
                        String.join(", ", needles.forms().stream().sorted().toList()),
                        ""));
        stage.narrator()
                .tell(new Line.Fact(
                        "found",
                        search.hits().isEmpty() ? "nothing" : "A LEAK: " + search.hits(),
                        "besides hashes of salted batches, which say nothing"));
        LeakSearch control = search(stage.cast().importer(), needles);
        stage.narrator()
                .tell(new Line.Fact(
                        "the same search at " + Cast.name(stage.cast().importer()),
                        number(control.hits().values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum())
                                + " places found",
                        "so the search does find what is there"));
        stage.narrator()
                .tell(new Line.Note("Everybody sees that " + stage.cast().exporter() + " and "
                        + stage.cast().importer()
                        + " exchanged batches, when and how many: docs/threats.md. PostgreSQL's write-ahead log is one"
                        + " file for all four members on this machine and was not searched."));
        if (!search.hits().isEmpty()) {
            throw new NotAsExpected(name + " holds private values");
        }
        if (control.hits().isEmpty()) {
            throw new NotAsExpected("the search does not find what is there");
        }
    }

    private LeakSearch search(MemberId member, Needles needles) throws SQLException, IOException {
        java.nio.file.Path network = stage.consortium().folder().resolve("network");
        return new LeakSearch(needles)
                .files(network.resolve(member.value()))
                .files(network.resolve("ledger"))
                .files(stage.consortium().folder().resolve(member.value()))
                .rows(stage.consortium().settings(member).database());
    }

    private static long count(MemberDatabase database, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.role(), database.password());
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
