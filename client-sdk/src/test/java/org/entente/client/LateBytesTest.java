package org.entente.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.Play.awaitSame;
import static org.entente.client.stage.Play.awaitTotal;
import static org.entente.client.stage.Play.said;
import static org.entente.client.stage.Play.total;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;
import static org.entente.client.stage.TestNetwork.SG;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.entente.client.show.Page;
import org.entente.client.stage.Databases;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TestNetwork;
import org.entente.client.stage.Until;
import org.entente.model.member.StreamId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateBytesTest {
    private static final StreamId AU_CN = new StreamId(AU, CN);

    private TestNetwork network;
    private MemberNode au;
    private MemberNode cn;

    /** China's peer was away: it has the blocks, and the private data of them does not come. */
    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        network = TestNetwork.start(folder);
        au = MemberNode.start(network.config(AU));
        cn = MemberNode.start(network.config(CN));
        said(au, Requests.raise(CN, "tally-1", 1));
        awaitSame(au, cn);
        network.network().holdBackPrivateData(CN, true);
        network.network().stopPeer(CN);
        said(au, Requests.raise(CN, "tally-1", 10));
        said(au, Requests.raise(CN, "tally-2", 20));
        network.network().startPeer(CN);
        Until.isTrue(() -> !cn.shown().missing(Page.START).items().isEmpty());
    }

    @AfterEach
    void stop() {
        au.close();
        cn.close();
        network.close();
    }

    @Test
    void a_pair_waits_for_its_bytes_while_the_others_go_on() throws Exception {
        assertThat(total(cn, AU, "tally-1")).isEqualTo(1);
        var complete = cn.state().subject(AU, "tally-1").completeUpTo();
        assertThat(complete.isComplete()).isFalse();
        assertThat(complete.firstMissing().orElseThrow().block()).isEqualTo(complete.block() + 1);
        try (MemberNode sg = MemberNode.start(network.config(SG))) {
            network.network().holdBackPrivateData(CN, false);
            said(sg, Requests.raise(CN, "tally-sg", 5));
            awaitSame(sg, cn);
        }
        awaitSame(au, cn);
        assertThat(total(cn, AU, "tally-1")).isEqualTo(11);
        assertThat(cn.state().completeUpTo(AU).isComplete()).isTrue();
        assertThat(cn.shown().missing(Page.START).items()).isEmpty();
    }

    @Test
    void bytes_from_elsewhere_count_exactly_if_they_have_the_hash() throws Exception {
        assertThat(cn.supply(AU_CN, "something else".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        List<byte[]> values = batchesOfAustralia();
        for (byte[] value : values.subList(1, values.size())) {
            byte[] altered = value.clone();
            altered[altered.length / 2] ^= 1;
            assertThat(cn.supply(AU_CN, altered)).isFalse();
        }
        // The later first: it is stored, and waits for its turn.
        assertThat(cn.supply(AU_CN, values.getLast())).isTrue();
        assertThat(total(cn, AU, "tally-2")).isZero();
        assertThat(cn.supply(AU_CN, values.get(1))).isTrue();
        awaitTotal(cn, AU, "tally-2", 20);
        awaitSame(au, cn);
    }

    @Test
    void bytes_do_not_count_where_a_hostile_member_wrote_their_hash() throws Exception {
        byte[] value = batchesOfAustralia().get(1);
        try (Connection connection = Databases.connect(network.database(CN));
                Statement statement = connection.createStatement()) {
            // What Singapore's own peer can have written: it sees every hash on the ledger, and no bytes.
            int forged = statement.executeUpdate(
                    "with forged as (insert into evidence (id, block, tx_index, ordinal, collection, kind,"
                            + " key_hash, value_hash, writes_in_collection) select id + 1000000, block, tx_index, ordinal + 100, 'SG-CN', kind,"
                            + " key_hash, value_hash, writes_in_collection from evidence where collection = 'AU-CN'"
                            + " and value_hash = sha256('\\x" + HexFormat.of().formatHex(value)
                            + "'::bytea) returning *)"
                            + " insert into missing (evidence_id, block, collection, since, next_ask)"
                            + " select id, block, collection, now(), now() + interval '1 day' from forged");
            assertThat(forged).isEqualTo(1);
        }

        assertThat(cn.supply(AU_CN, value)).isTrue();

        try (Connection connection = Databases.connect(network.database(CN));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from evidence_value v join evidence e"
                        + " on e.id = v.evidence_id where e.collection = 'SG-CN'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isZero();
        }
    }

    private List<byte[]> batchesOfAustralia() throws Exception {
        List<byte[]> values = new ArrayList<>();
        try (Connection connection = Databases.connect(network.database(AU));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select value from evidence join evidence_value"
                        + " on evidence_id = id where kind = 'B' order by id")) {
            while (row.next()) {
                values.add(row.getBytes(1));
            }
        }
        return values;
    }
}
