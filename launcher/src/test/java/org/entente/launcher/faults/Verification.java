package org.entente.launcher.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.launcher.faults.Journal.Entry;
import org.entente.leak.LeakSearch;
import org.entente.model.finding.Checked;
import org.entente.model.json.StrictJson;
import org.entente.model.origin.CertificateView;
import org.entente.model.shipped.ShippedRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything that must be true once all processes run again and nobody asks for more. */
final class Verification {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int MAX_STATE = 64 << 20;
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Cluster cluster;
    private final Journal journal;
    private final Client client;
    private final MemberTables au;
    private final MemberTables cn;
    private final Set<String> checked = new HashSet<>();

    Verification(Cluster cluster, Journal journal, Random random) {
        this.cluster = cluster;
        this.journal = journal;
        this.client = new Client(cluster, journal, random);
        this.au = new MemberTables(cluster.settings("AU").database());
        this.cn = new MemberTables(cluster.settings("CN").database());
    }

    /**
     * Checks it.
     *
     * @param fromBlockZero whether new instances on empty databases must also come to the same, which takes longest
     */
    void check(boolean fromBlockZero) {
        fresh().forEach(client::await);
        everyRequestIsOneStatementAndMadeAgainAddsNothing();
        bothSidesHaveTheSameStream();
        balancesAreThoseOfTheStandingUses();
        stateIsTheOneThatEvidenceGives(fromBlockZero);
        nothingPrivateIsInAnyOutput();
        assertThat(journal.violations()).isEmpty();
        journal.acknowledged().values().forEach(entry -> checked.add(entry.id()));
    }

    /** What was acknowledged since the last check: asking each of thousands again and again would take all the time. */
    private Stream<Entry> fresh() {
        return journal.acknowledged().values().stream().filter(entry -> !checked.contains(entry.id()));
    }

    private void everyRequestIsOneStatementAndMadeAgainAddsNothing() {
        for (String member : List.of("AU", "CN")) {
            List<String> expected = journal.acknowledged().values().stream()
                    .filter(entry -> entry.request().author().equals(member))
                    .map(entry -> entry.request().key() + " " + entry.id())
                    .toList();
            MemberTables tables = member.equals("AU") ? au : cn;
            assertThat(tables.outbox()).containsExactlyInAnyOrderElementsOf(expected);
            fresh().filter(entry -> entry.request().author().equals(member))
                    .forEach(entry -> client.say(entry.request()));
            assertThat(tables.outbox()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private void bothSidesHaveTheSameStream() {
        Await.until(
                "both sides have folded the same",
                PATIENCE,
                () -> digest("AU", true).equals(digest("CN", true)));
        assertThat(au.statements()).isEqualTo(cn.statements());
        for (MemberTables each : List.of(au, cn)) {
            Await.atMost(PATIENCE, () -> each.oddities().isEmpty());
            assertThat(each.holes()).isEmpty();
            assertThat(each.doubled()).isEmpty();
            assertThat(each.oddities()).isEmpty();
        }
        List<String> numbered = journal.acknowledged().values().stream()
                .filter(entry -> settled(entry).startsWith("FINAL"))
                .map(Entry::id)
                .toList();
        assertThat(au.statements().stream().map(row -> row.split(" ", -1)[3]))
                .as("what was said is what was asked for, once each")
                .containsExactlyInAnyOrderElementsOf(numbered);
    }

    private String settled(Entry entry) {
        return journal.settled().getOrDefault(entry.request().key(), "");
    }

    private String digest(String member, boolean pairOnly) {
        ObjectNode question = JSON.createObjectNode().put("do", "digest");
        if (pairOnly) {
            question.put("first", "AU").put("second", "CN");
        }
        return client.ask(member, question).path("digest").asString();
    }

    private void balancesAreThoseOfTheStandingUses() {
        Map<String, Long> used = new TreeMap<>();
        for (Entry entry : journal.acknowledged().values()) {
            long amount =
                    settled(entry).startsWith("FINAL STANDS") ? entry.request().amount() : 0;
            used.merge(entry.request().subject(), amount, Long::sum);
        }
        Set<String> touched = fresh().map(entry -> entry.request().subject()).collect(Collectors.toSet());
        used.keySet().retainAll(touched);
        used.forEach((subject, amount) -> {
            assertThat(amount).as(subject).isBetween(0L, Certificates.QUANTITY);
            JsonNode atAuthor = subject("AU", "CN", subject);
            JsonNode atAudience = subject("CN", "AU", subject);
            assertThat(atAuthor.path("state")).isEqualTo(atAudience.path("state"));
            assertThat(atAuthor.path("complete").booleanValue()).isTrue();
            assertThat(usedAsFolded(atAuthor)).as(subject).isEqualByComparingTo(BigDecimal.valueOf(amount));
        });
    }

    private JsonNode subject(String member, String partner, String subject) {
        return client.ask(member, question(partner, subject));
    }

    /** What stands about a subject between the member that is asked and a partner. */
    static ObjectNode question(String partner, String subject) {
        return JSON.createObjectNode()
                .put("do", "subject")
                .put("partner", partner)
                .put("subject", subject);
    }

    static BigDecimal usedAsFolded(JsonNode answer) {
        byte[] state = answer.path("state").asString().getBytes(UTF_8);
        return switch (StrictJson.parse(state, MAX_STATE)) {
            case Checked.Accepted<JsonNode>(var json, var remarks) -> {
                CertificateView view = ShippedRules.CERTIFICATES.view(ShippedRules.CERTIFICATES.readState(json));
                yield view.balance(1).orElseThrow().used();
            }
            case Checked.Rejected<JsonNode>(var findings) -> throw new AssertionError(findings);
        };
    }

    private void stateIsTheOneThatEvidenceGives(boolean fromBlockZero) {
        for (String member : List.of("AU", "CN")) {
            String live = digest(member, false);
            ObjectNode rebuild = JSON.createObjectNode().put("do", "rebuild").put("millis", 40_000);
            assertThat(client.ask(member, rebuild).path("done").booleanValue()).isTrue();
            assertThat(digest(member, false)).as("rebuilt from evidence").isEqualTo(live);
            if (fromBlockZero) {
                fromBlockZero(member, live);
            }
        }
    }

    private void fromBlockZero(String member, String live) {
        String name = "fresh_" + COUNT.incrementAndGet();
        try (InstanceProcess fresh = cluster.startOnEmptyDatabase(member, name)) {
            ObjectNode question = JSON.createObjectNode().put("do", "digest");
            Await.until(
                    member + " has the same state from block 0",
                    PATIENCE,
                    () -> fresh.ask(question, 30).path("digest").asString().equals(live));
        }
    }

    private void nothingPrivateIsInAnyOutput() {
        List<String> secrets = new ArrayList<>(Certificates.PRIVATE_WORDS);
        secrets.addAll(journal.acknowledged().values().stream()
                .map(entry -> entry.request().subject())
                .collect(Collectors.toSet()));
        secrets.addAll(secrets.stream()
                .map(subject -> subject.substring(subject.lastIndexOf('/') + 1))
                .filter(number -> number.length() >= LeakSearch.SHORTEST)
                .toList());
        LeakSearch search = new LeakSearch(secrets);
        cluster.output().forEach((file, text) -> search.bytes(file.toString(), text.getBytes(UTF_8)));
        assertThat(search.leaks()).isEmpty();
        assertThat(search.bytes("a planted leak", secrets.getFirst().getBytes(UTF_8))
                        .leaks())
                .as("the search does find what is there")
                .isNotEmpty();
    }
}
