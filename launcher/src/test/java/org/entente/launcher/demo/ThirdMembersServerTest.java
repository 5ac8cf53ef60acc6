package org.entente.launcher.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.entente.client.MemberNode;
import org.entente.conformance.client.MessageCapture;
import org.entente.launcher.consortium.Consortium;
import org.entente.launcher.consortium.Phases;
import org.entente.leak.Leak;
import org.entente.leak.LeakSearch;
import org.entente.leak.Spelling;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.UseKey;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Australia states a certificate to China, which uses it; a node of Singapore follows the ledger into a database server of
 * Singapore's own. Then all that Singapore has is searched: that server's tables, data files, write-ahead log and server
 * log, its peer's and its node's folders, the blocks, and every message to and from its node.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ThirdMembersServerTest {
    private static final MemberId SG = new MemberId("SG");
    private final Certificate certificate =
            Story.read(Optional.empty()).certificate().orElseThrow();
    private final MessageCapture messages = new MessageCapture();

    @SuppressWarnings("NullAway.Init") // JUnit calls start() first
    private Path folder;

    @SuppressWarnings("NullAway.Init") // JUnit calls start() first
    private OwnServer server;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary.resolve("data");
        server = new OwnServer(temporary.resolve("singapore"));
        try (Consortium consortium = Consortium.start(folder, new Phases());
                MemberNode singapore = MemberNode.start(
                        consortium.config(SG).withDatabase(server.settings()).withInterceptors(List.of(messages)))) {
            server.storeWithoutCompression();
            Position last = exchange(consortium);
            stage(consortium).awaitFolded(singapore, certificate.exportCountry().member(), last);
        }
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    private NodeStage stage(Consortium consortium) {
        Cast cast = Cast.of(certificate, Consortium.MEMBERS).orElseThrow();
        assertThat(cast.outsider()).isEqualTo(SG);
        return new NodeStage(consortium, cast, certificate);
    }

    private Position exchange(Consortium consortium) throws InterruptedException {
        NodeStage stage = stage(consortium);
        MemberId exporter = stage.cast().exporter();
        NodeStage.Spoken issued =
                stage.say(stage.exporter(), stage.cast().importer(), new OriginStatement.Issued(certificate), "issue");
        stage.awaitFolded(stage.importer(), exporter, issued.at().orElseThrow());
        CertificateItem item = certificate.items().getFirst();
        OriginStatement used = new OriginStatement.Used(
                certificate.id(),
                new UseKey(item.number(), "SAMPLE-DECLARATION-1", 1),
                item.quantity(),
                item.unit(),
                certificate.issuedAt().plusDays(14));
        return stage.say(stage.importer(), exporter, used, "use").at().orElseThrow();
    }

    @Test
    void finds_nothing_of_what_two_others_told_each_other() throws Exception {
        LeakSearch search = search(Secrecy.textsOf(certificate));

        assertThat(search.leaks()).isEmpty();
        assertThat(search.searchedBytes()).isGreaterThan(16L << 20);
    }

    @Test
    void finds_them_at_the_partner_and_what_is_public_in_the_third_members_log_and_files() throws Exception {
        Set<String> secrets = Secrecy.textsOf(certificate);
        LeakSearch partner = new LeakSearch(secrets)
                .files(folder.resolve("network")
                        .resolve(certificate.importCountry().member().value()));
        assertThat(partner.leaks()).isNotEmpty();

        List<Leak> known = search(Set.of("Indonesia (sample administration)")).leaks();
        assertThat(known).anyMatch(ThirdMembersServerTest::inWriteAheadLog);
        assertThat(known).anyMatch(leak -> leak.place().contains("/data/base/"));
        assertThat(known).anyMatch(leak -> leak.place().contains("table public.public_record"));
        assertThat(known).anyMatch(leak -> leak.place().equals("messages"));
    }

    @Test
    void finds_a_leak_planted_in_a_table_in_every_spelling() throws Exception {
        String planted = "PLANTED CERTIFICATE 1?>~";
        server.execute("create table planted_1 (content bytea)");
        plant("planted_1", planted);

        List<Leak> leaks = search(Set.of(planted)).leaks();

        assertThat(spellings(leaks, leak -> leak.place().contains("table public.planted_1")))
                .isEqualTo(EnumSet.allOf(Spelling.class));
        assertThat(spellings(leaks, leak -> leak.place().contains("/data/base/")))
                .isEqualTo(EnumSet.allOf(Spelling.class));
    }

    @Test
    void finds_in_the_write_ahead_log_what_was_deleted_from_the_table_in_every_spelling() throws Exception {
        String planted = "PLANTED CERTIFICATE 2?>~";
        server.execute("create table planted_2 (content bytea)");
        plant("planted_2", planted);
        server.execute("delete from planted_2");
        server.execute("vacuum full planted_2");

        List<Leak> leaks = search(Set.of(planted)).leaks();

        assertThat(spellings(leaks, ThirdMembersServerTest::inWriteAheadLog)).isEqualTo(EnumSet.allOf(Spelling.class));
        assertThat(leaks).noneMatch(leak -> leak.place().contains("table public."));
        assertThat(leaks).noneMatch(leak -> leak.place().contains("/data/base/"));
    }

    /** Compression would hide it: a long text is what TOAST and page images compress first. */
    @Test
    void finds_a_leak_in_the_midst_of_a_long_text_and_in_an_update() throws Exception {
        String inLong = "PLANTED CERTIFICATE 3";
        String inUpdate = "PLANTED CERTIFICATE 4";
        server.execute("create table planted_3 (content text)");
        server.storeWithoutCompression();
        server.execute("insert into planted_3 select repeat('compressible ', 700) || '" + inLong
                + "' || repeat(' compressible', 700)");
        server.execute("insert into planted_3 values ('PLANTED CERTIFICATE 9 of the same length')");
        server.execute("update planted_3 set content = replace(content, '9 of', chr(52) || ' of')");
        server.execute("truncate planted_3");

        List<Leak> leaks = search(List.of(inLong, inUpdate)).leaks();

        assertThat(leaks.stream()
                        .filter(ThirdMembersServerTest::inWriteAheadLog)
                        .map(Leak::value)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(inLong, inUpdate);
    }

    private static boolean inWriteAheadLog(Leak leak) {
        return leak.place().contains("/pg_wal/");
    }

    private void plant(String table, String value) throws Exception {
        try (Connection connection = server.connect();
                PreparedStatement insert = connection.prepareStatement("insert into " + table + " values (?)")) {
            for (Spelling spelling : Spelling.values()) {
                insert.setBytes(1, spelling.of(value.getBytes(UTF_8)));
                insert.executeUpdate();
            }
        }
    }

    private static Set<Spelling> spellings(List<Leak> leaks, Predicate<Leak> where) {
        return leaks.stream()
                .filter(where)
                .map(Leak::spelling)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Spelling.class)));
    }

    /** Everything that Singapore has. Its server rests meanwhile, so that all is on its disk. */
    private LeakSearch search(Collection<String> values) throws Exception {
        LeakSearch search = new LeakSearch(values).bytes("messages", messages.bytes());
        try (Connection connection = server.connect()) {
            search.tables(connection);
        }
        search.files(server.folderAtRest());
        server.restart();
        Path network = folder.resolve("network");
        return search.files(network.resolve(SG.value()))
                .files(network.resolve("ledger"))
                .files(folder.resolve(SG.value()));
    }
}
