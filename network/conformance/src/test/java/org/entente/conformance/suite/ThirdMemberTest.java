package org.entente.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.entente.leak.Leak;
import org.entente.leak.LeakSearch;
import org.entente.leak.Spelling;
import org.entente.model.member.MemberId;
import org.entente.model.statement.Batch;
import org.hyperledger.fabric.client.Proposal;
import org.junit.jupiter.api.Test;

/**
 * Australia and China state things to each other; then everything that Singapore can lay hands on is searched for what they
 * said: its blocks, its disk, all logs, and every message to and from its clients.
 */
class ThirdMemberTest extends ConformanceTest {
    private static final List<String> SAID = List.of(
            "CHAFTA-2026-0455871",
            "Barossa Vineyard Exports Pty Ltd",
            "Shanghai Harvest Import Co",
            "Shiraz 2024, 750 ml, 13.5 % vol",
            "12480.375 KGM",
            "revocation ground: origin not proven");

    @Test
    void finds_nothing_of_what_two_others_told_each_other() throws Exception {
        List<String> values = SAID.stream().map(ThirdMemberTest::ofThisRun).toList();
        say("AU-CN", values);
        say("CN-AU", values);
        refusedSaying(values);

        List<Leak> leaks = search(values);

        assertThat(leaks).isEmpty();
    }

    @Test
    void finds_the_same_values_where_they_belong() throws Exception {
        List<String> values = List.of(ofThisRun("CERTIFICATE-FOR-CHINA"));
        say("AU-CN", values);
        LeakSearch search = new LeakSearch(values);

        Blocks.allWithPrivateData(client("CN")).forEach(block -> search.bytes("block for CN", block.toByteArray()));
        assertThat(search.leaks()).isNotEmpty();
        List<Path> holdings = network().holdings(new MemberId("CN"));
        if (!holdings.isEmpty()) {
            LeakSearch disk = new LeakSearch(values);
            for (Path place : holdings) {
                disk.files(place);
            }
            assertThat(disk.leaks()).isNotEmpty();
        }
    }

    /** A value as a public argument, in every spelling: what the search above would find, had somebody leaked it. */
    @Test
    void finds_a_planted_leak_in_every_spelling() throws Exception {
        String planted = ofThisRun("PLANTED-CERTIFICATE-NUMBER");
        byte[] value = planted.getBytes(StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(base64(value));
        arguments.add(planted);
        arguments.add(HexFormat.of().formatHex(value));
        arguments.add(HexFormat.of().withUpperCase().formatHex(value));
        arguments.add(HexFormat.of().formatHex(Tampering.sha256(value)));
        arguments.add(HexFormat.of().withUpperCase().formatHex(Tampering.sha256(value)));
        arguments.addAll(base64(Tampering.sha256(value)));
        for (String argument : arguments) {
            Proposals.submit(client("AU"), "put", key("planted"), argument);
        }
        byte[][] raw = {
            key("planted").getBytes(StandardCharsets.UTF_8), Tampering.sha256(value),
        };
        plantRaw(raw);
        plantRaw(new byte[][] {raw[0], Spelling.UTF_16LE.of(value)});
        plantRaw(new byte[][] {raw[0], Spelling.UTF_16BE.of(value)});

        TreeSet<Spelling> found = new TreeSet<>();
        search(List.of(planted)).forEach(leak -> found.add(leak.spelling()));

        assertThat(found).containsExactly(Spelling.values());
    }

    /** After no, one and two other bytes. */
    private static List<String> base64(byte[] value) {
        List<String> texts = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + value.length];
            System.arraycopy(value, 0, shifted, before, value.length);
            texts.add(Base64.getEncoder().encodeToString(shifted));
        }
        return texts;
    }

    private static void plantRaw(byte[][] arguments) throws Exception {
        client("AU")
                .conformance()
                .newProposal("put")
                .addArguments(arguments)
                .build()
                .endorse()
                .submit();
    }

    private static List<Leak> search(List<String> values) throws Exception {
        LeakSearch search = new LeakSearch(values);
        MemberId third = new MemberId("SG");
        Blocks.all(client("SG")).forEach(block -> search.bytes("block", block.toByteArray()));
        Blocks.allWithPrivateData(client("SG"))
                .forEach(block -> search.bytes("block with private data", block.toByteArray()));
        search.bytes("messages of SG's client", client("SG").captured());
        search.bytes("messages of SG's administrator", administrator("SG").captured());
        for (Path place : network().holdings(third)) {
            search.files(place);
        }
        for (Path place : network().logs()) {
            search.files(place);
        }
        return search.leaks();
    }

    /** Refusals travel and are logged too. */
    private static void refusedSaying(List<String> values) throws Exception {
        byte[] batch = Statements.batch("AU-CN", Statements.head(client("AU"), "AU-CN"), values.toArray(String[]::new))
                .bytes();
        String text = new String(batch, StandardCharsets.UTF_8);
        for (String bad : List.of(text + " ", text.replace("\"note\"", "\"" + values.getFirst() + "\""))) {
            Proposal proposal = Statements.submission(client("AU"), bad.getBytes(StandardCharsets.UTF_8));
            org.assertj.core.api.Assertions.assertThatThrownBy(proposal::endorse)
                    .isInstanceOf(org.hyperledger.fabric.client.EndorseException.class);
        }
    }

    private static void say(String collection, List<String> values) throws Exception {
        String author = collection.substring(0, 2);
        Batch batch = Statements.batch(
                collection, Statements.head(client(author), collection), values.toArray(String[]::new));
        Statements.submission(client(author), batch).endorse().submit();
    }

    /** Distinguishes what this run said from what an earlier one planted. */
    private static String ofThisRun(String value) {
        return value + " " + SharedNetwork.open().run();
    }
}
