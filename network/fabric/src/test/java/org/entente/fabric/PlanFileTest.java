package org.entente.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.entente.fabric.plan.BlockCutting;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.fabric.plan.Ordering;
import org.entente.fabric.plan.PlanFile;
import org.entente.model.finding.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The members file: the one source of a network. */
class PlanFileTest {
    private static final Path SHIPPED = Path.of("members.yaml");

    private static String shipped() {
        try {
            return Files.readString(SHIPPED);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Checked<NetworkPlan> read(String yaml) {
        return PlanFile.read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static NetworkPlan plan(String yaml) {
        return switch (read(yaml)) {
            case Checked.Accepted<NetworkPlan>(var plan, var remarks) -> plan;
            case Checked.Rejected<NetworkPlan>(var findings) -> throw new AssertionError(findings.toString());
        };
    }

    private static List<String> findings(String yaml) {
        return switch (read(yaml)) {
            case Checked.Accepted<NetworkPlan>(var plan, var remarks) -> List.of();
            case Checked.Rejected<NetworkPlan>(var findings) ->
                findings.stream()
                        .map(finding -> finding.code().name() + " " + finding.pointer())
                        .toList();
        };
    }

    @Test
    void the_shipped_file_has_four_members_that_order_with_smart_bft() {
        NetworkPlan plan = plan(shipped());
        assertThat(plan.ordering()).isEqualTo(Ordering.SMART_BFT);
        assertThat(plan.members()).extracting(member -> member.id().value()).containsExactly("AU", "CN", "ID", "SG");
        assertThat(plan.orderers()).hasSize(4);
    }

    @Test
    void three_orderers_are_too_few_for_smart_bft_and_enough_for_raft() {
        String three = shipped().replaceFirst("firstPort: 7130", "firstPort: 7130\n    orders: false");
        assertThat(findings(three)).containsExactly("PLAN_ORDERERS_FEW /members");
        assertThat(plan(three.replace("ordering: SmartBFT", "ordering: Raft")).orderers())
                .hasSize(3);
    }

    @Test
    void blocks_are_closed_as_measured_unless_the_file_says_otherwise() {
        assertThat(plan(shipped()).blocks()).isEqualTo(BlockCutting.USUAL);
        BlockCutting own = plan(shipped() + "blocks: {milliseconds: 50, transactions: 500}\n")
                .blocks();
        assertThat(own.timeout()).isEqualTo(java.time.Duration.ofMillis(50));
        assertThat(own.mostTransactions()).isEqualTo(500);
        assertThat(findings(shipped() + "blocks: {milliseconds: 0, bytes: 1}\n"))
                .containsExactlyInAnyOrder(
                        "PLAN_NAME_UNKNOWN /blocks/bytes", "PLAN_VALUE_INVALID /blocks/milliseconds");
    }

    @Test
    void members_on_one_host_share_no_port_and_on_two_hosts_may() {
        String beside = shipped().replace("firstPort: 7110", "firstPort: 7108");
        assertThat(findings(beside)).isEmpty();
        String shared = shipped().replace("firstPort: 7110", "firstPort: 7107");
        assertThat(findings(shared)).containsExactly("PLAN_PORT_TWICE /members");
        String elsewhere =
                shared.replaceFirst("name: China\n    host: localhost", "name: China\n    host: peer.cn.example");
        assertThat(findings(elsewhere)).isEmpty();
    }

    @Test
    void everything_wrong_is_told_at_once() {
        String wrong = shipped()
                .replace("channel: entente", "channel: Entente!")
                .replace("ordering: SmartBFT", "ordering: Solo")
                .replace("id: CN", "id: China")
                .replace("firstPort: 7130", "firstport: 7130");
        assertThat(findings(wrong))
                .containsExactlyInAnyOrder(
                        "PLAN_VALUE_INVALID /channel",
                        "PLAN_VALUE_INVALID /ordering",
                        "PLAN_VALUE_INVALID /members/1/id",
                        "PLAN_NAME_UNKNOWN /members/3/firstport",
                        "PLAN_VALUE_INVALID /members/3/firstPort");
    }

    @ParameterizedTest
    @CsvSource({"1024,true", "1023,false", "65528,true", "65529,false"})
    void a_row_of_eight_ports_lies_between_1024_and_65535(int first, boolean taken) {
        assertThat(findings(shipped().replace("firstPort: 7100", "firstPort: " + first))
                        .isEmpty())
                .isEqualTo(taken);
        assertThat(NetworkMember.PORTS).isEqualTo(8);
    }

    @Test
    void norway_without_quotes_is_told_and_not_taken_for_false() {
        assertThat(findings(shipped().replace("id: SG", "id: NO")).stream()
                        .filter(each -> !each.equals("PLAN_VALUE_INVALID /members/3/id")))
                .isEmpty();
        assertThat(findings(shipped().replace("id: SG", "id: \"NO\""))).isEmpty();
    }

    @Test
    void a_member_stands_in_the_file_once_and_a_name_in_it_once() {
        assertThat(findings(shipped().replace("id: SG", "id: AU"))).containsExactly("PLAN_MEMBER_TWICE /members");
        assertThat(findings(shipped() + "channel: other\n")).containsExactly("PLAN_FILE_UNREADABLE ");
    }

    @Test
    void whatever_stands_in_the_file_is_answered_and_nothing_is_thrown() {
        Random random = new Random(20261123);
        byte[] good = shipped().getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 2_000; round++) {
            byte[] mutated = good.clone();
            for (int change = 0; change <= random.nextInt(4); change++) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            assertThat(PlanFile.read(mutated)).isNotNull();
        }
    }
}
