package org.entente.client.redelivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.Play.awaitSame;
import static org.entente.client.stage.Play.said;
import static org.entente.client.stage.Play.total;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;
import static org.entente.client.stage.TestNetwork.SG;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.entente.client.MemberNode;
import org.entente.client.redelivery.RedeliverySettings.Patience;
import org.entente.client.show.MissingValue;
import org.entente.client.show.Page;
import org.entente.client.stage.Databases;
import org.entente.client.stage.Play;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TestNetwork;
import org.entente.client.stage.Until;
import org.entente.model.ledger.Digest;
import org.entente.model.member.StreamId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedeliveryTest {
    private TestNetwork network;
    private Parties parties;

    /** China's peer was away: it has the blocks, and gossip never brings the private data of them. */
    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        network = TestNetwork.start(folder);
        parties = new Parties(network);
        network.network().holdBackPrivateData(CN, true);
        network.network().stopPeer(CN);
        try (MemberNode au = MemberNode.start(network.config(AU))) {
            said(au, Requests.raise(CN, "tally-1", 10));
            said(au, Requests.raise(CN, "tally-2", 20));
        }
        network.network().startPeer(CN);
    }

    @AfterEach
    void stop() {
        network.close();
    }

    private MemberNode start(org.entente.model.member.MemberId member) {
        return MemberNode.start(network.config(member).withRedelivery(parties.settings(member)));
    }

    @Test
    void what_gossip_never_brought_comes_from_the_author_and_the_state_is_the_same() throws Exception {
        try (MemberNode cn = start(CN)) {
            Until.isTrue(() -> missing(cn)
                    .filter(value -> value.partnerAsked() > 1)
                    .flatMap(MissingValue::lastAnswer)
                    .filter(last -> last.code() == RedeliveryCode.REDELIVERY_UNREACHABLE)
                    .isPresent());
            assertThat(cn.state().subject(AU, "tally-1").completeUpTo().isComplete())
                    .isFalse();
            try (MemberNode au = start(AU)) {
                awaitSame(au, cn);
                assertThat(total(cn, AU, "tally-2")).isEqualTo(20);
                assertThat(cn.shown().missing(Page.START).items()).isEmpty();
                assertThat(cn.state().completeUpTo(AU).isComplete()).isTrue();
                Digest before = cn.stateDigest();
                assertThat(cn.rebuild(Play.SOON)).isTrue();
                assertThat(cn.stateDigest()).isEqualTo(before);
                // And what the peer gets later after all changes nothing.
                network.network().holdBackPrivateData(CN, false);
                said(au, Requests.raise(CN, "tally-1", 1));
                awaitSame(au, cn);
                assertThat(total(cn, AU, "tally-1")).isEqualTo(11);
            }
        }
    }

    @Test
    void a_value_is_asked_for_by_one_instance_at_a_time() throws Exception {
        try (MemberNode cn = MemberNode.start(network.config(CN))) {
            Until.isTrue(() -> cn.shown().missing(Page.START).items().size() == 2);
        }
        MissingTable table = new MissingTable(new StreamId(CN, AU));
        Instant now = Instant.now();
        try (Connection one = Databases.connect(network.database(CN));
                Connection two = Databases.connect(network.database(CN))) {
            one.setAutoCommit(false);
            two.setAutoCommit(false);
            MissingTable.Due first = table.claim(one, now).orElseThrow();
            // The first claim still runs.
            MissingTable.Due second = table.claim(two, now).orElseThrow();
            assertThat(second.evidenceId()).isNotEqualTo(first.evidenceId());
            one.commit();
            two.commit();
            assertThat(table.claim(one, now)).isEmpty();
        }
    }

    @Test
    void two_instances_end_with_the_same_and_each_value_once() throws Exception {
        try (MemberNode one = start(CN);
                MemberNode two = start(CN);
                MemberNode au = start(AU)) {
            awaitSame(au, one);
            awaitSame(au, two);
            assertThat(total(one, AU, "tally-1")).isEqualTo(10);
            assertThat(count("select count(*) from evidence_value v join evidence e on e.id = v.evidence_id"
                            + " where e.kind = 'B'"))
                    .isEqualTo(2);
        }
    }

    @Test
    void another_instance_serves_when_the_first_ends() throws Exception {
        MemberNode first = start(AU);
        try (MemberNode second = start(AU)) {
            Until.isTrue(() -> code(asked()) == RedeliveryCode.REDELIVERY_NOT_HELD);
            first.close();
            try (MemberNode cn = start(CN)) {
                awaitSame(second, cn);
            }
        }
    }

    private Answer asked() {
        try (PartnerClient client = parties.asking(AU, parties.key(SG))) {
            return client.ask(Digest.of(new byte[0]));
        }
    }

    private static RedeliveryCode code(Answer answer) {
        return switch (answer) {
            case Answer.None(var code) -> code;
            case Answer.Delivered(var bytes) -> throw new AssertionError("delivered " + bytes.length + " bytes");
        };
    }

    @Test
    void the_own_peer_is_given_time_before_the_partner_is_asked() throws Exception {
        Patience patient = new Patience(Duration.ofHours(1), Duration.ofSeconds(5), Duration.ofSeconds(1));
        try (MemberNode au = start(AU);
                MemberNode cn = MemberNode.start(network.config(CN).withRedelivery(parties.settings(CN, patient)))) {
            Until.isTrue(() -> missing(cn).filter(value -> value.asked() > 2).isPresent());
            assertThat(missing(cn).orElseThrow().partnerAsked()).isZero();
            network.network().holdBackPrivateData(CN, false);
            awaitSame(au, cn);
        }
    }

    @Test
    void bytes_that_the_authors_own_peer_lost_come_from_what_its_dispatcher_kept() throws Exception {
        Digest hash = australiasHash();
        execute("alter table evidence_value disable trigger all");
        execute("create table kept as select * from evidence_value");
        execute("delete from evidence_value");
        try (MemberNode au = start(AU);
                PartnerClient client = parties.asking(AU, parties.key(CN))) {
            Until.isTrue(() -> code(client.ask(hash)) == RedeliveryCode.REDELIVERY_NOT_HELD);
            execute("update dispatch_batch b set bytes = k.value, state = 'C' from kept k join evidence e on"
                    + " e.id = k.evidence_id where e.key_hash = b.key_hash");
            assertThat(client.ask(hash))
                    .isInstanceOfSatisfying(
                            Answer.Delivered.class,
                            delivered ->
                                    assertThat(Digest.of(delivered.bytes())).isEqualTo(hash));
            assertThat(au.self()).isEqualTo(AU);
        }
    }

    private Digest australiasHash() throws Exception {
        try (Connection connection = Databases.connect(network.database(AU));
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select value_hash from evidence where kind = 'B' order by id")) {
            assertThat(row.next()).isTrue();
            return Digest.ofRaw(row.getBytes(1));
        }
    }

    private static java.util.Optional<MissingValue> missing(MemberNode node) {
        return node.shown().missing(Page.START).items().stream().findFirst();
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = Databases.connect(network.database(AU));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws Exception {
        try (Connection connection = Databases.connect(network.database(CN));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
