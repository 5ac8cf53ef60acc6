package org.entente.certs.credential.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.certs.key.Mutation;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.FindingCode;
import org.entente.model.json.JsonCode;
import org.entente.model.json.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class StatusDocumentsTest {
    private static final Instant MADE = Instant.parse("2026-05-03T10:00:00Z");
    private static final StatusList LIST = StatusList.of(
            "https://customs.example/status/1",
            "did:web:customs.example",
            StatusPurpose.REVOCATION,
            StatusBits.of(131_072, Set.of(7)),
            MADE,
            Duration.ofHours(24),
            Duration.ofHours(1));
    /** The example of the Recommendation, 2.2. */
    private static final String EXAMPLE = """
            {"@context":["https://www.w3.org/ns/credentials/v2"],"id":"https://example.com/credentials/status/3",
             "type":["VerifiableCredential","BitstringStatusListCredential"],"issuer":"did:example:12345",
             "validFrom":"2021-04-05T14:27:40Z","credentialSubject":{"id":"https://example.com/status/3#list",
             "type":"BitstringStatusList","statusPurpose":"revocation",
             "encodedList":"uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"}}""";

    @Test
    void reads_the_example_of_the_recommendation() {
        assertThat(StatusList.read(json(EXAMPLE))).isInstanceOfSatisfying(Checked.Accepted.class, accepted -> {
            StatusList list = (StatusList) accepted.value();
            assertThat(list.id()).isEqualTo("https://example.com/credentials/status/3");
            assertThat(list.issuer()).isEqualTo("did:example:12345");
            assertThat(list.purposes()).containsExactly("revocation");
            assertThat(list.bits().entries()).isEqualTo(131_072);
            assertThat(list.validUntil()).isEmpty();
            assertThat(list.ttl()).isEmpty();
        });
    }

    @Test
    void reads_what_it_writes() {
        assertThat(StatusList.read(LIST.document())).isEqualTo(new Checked.Accepted<>(LIST, List.of()));
        StatusList two = new StatusList(
                LIST.id(),
                LIST.issuer(),
                Set.of("suspension", "refresh"),
                LIST.bits(),
                MADE,
                Optional.empty(),
                Optional.empty());
        assertThat(StatusList.read(two.document())).isEqualTo(new Checked.Accepted<>(two, List.of()));
    }

    @Test
    void takes_an_issuer_that_is_an_object_and_moments_with_an_offset() {
        ObjectNode document = LIST.document();
        document.putObject("issuer").put("id", "did:web:customs.example").put("name", "Customs");
        document.put("validFrom", "2026-05-03T12:00:00.000+02:00");

        assertThat(StatusList.read(document)).isEqualTo(new Checked.Accepted<>(LIST, List.of()));
    }

    @Test
    void reports_everything_that_is_wrong_at_once() {
        ObjectNode document = LIST.document();
        document.put("type", "VerifiableCredential");
        document.put("validFrom", "yesterday");
        document.remove("id");
        subject(document).put("encodedList", "u");
        subject(document).put("statusPurpose", 3);
        subject(document).put("ttl", -1);

        assertThat(findings(StatusList.read(document)))
                .extracting(Finding::pointer)
                .containsExactlyInAnyOrder(
                        "/type",
                        "/validFrom",
                        "/id",
                        "/credentialSubject/encodedList",
                        "/credentialSubject/statusPurpose",
                        "/credentialSubject/ttl");
    }

    @Test
    void refuses_lists_of_another_form() {
        assertRefused(document -> document.put("validUntil", "2026-05-03T10:00:00Z"), StatusCode.STATUS_LIST_MALFORMED);
        assertRefused(document -> document.put("issuer", 3), JsonCode.JSON_TYPE_WRONG);
        assertRefused(document -> document.putArray("credentialSubject"), JsonCode.JSON_TYPE_WRONG);
        assertRefused(
                document -> subject(document).put("type", "RevocationList2020"), StatusCode.STATUS_LIST_MALFORMED);
        assertRefused(document -> subject(document).putArray("statusPurpose"), StatusCode.STATUS_LIST_MALFORMED);
        assertRefused(
                document -> subject(document).put("encodedList", StatusEncoding.encode(new byte[16_383])),
                StatusCode.STATUS_LIST_TOO_SHORT);
        assertThat(findings(StatusList.read(json("[]"))))
                .extracting(Finding::code)
                .containsExactly(JsonCode.JSON_TYPE_WRONG);
    }

    @Test
    void refuses_to_make_a_list_that_lives_shorter_than_its_copies() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatusList.of(
                        LIST.id(),
                        LIST.issuer(),
                        StatusPurpose.REVOCATION,
                        LIST.bits(),
                        MADE,
                        Duration.ofHours(1),
                        Duration.ofHours(1).plusMillis(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatusList(
                        LIST.id(), LIST.issuer(), Set.of(), LIST.bits(), MADE, Optional.empty(), Optional.empty()));
    }

    @Test
    void survives_mutated_lists() {
        Random random = new Random(11);
        byte[] bytes = LIST.document().toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3_000; i++) {
            if (StrictJson.parse(Mutation.of(bytes, random), 1 << 20) instanceof Checked.Accepted<JsonNode> accepted) {
                assertThat(StatusList.read(accepted.value())).isNotNull();
            }
        }
    }

    @Test
    void an_entry_reads_what_it_writes() {
        StatusEntry entry = new StatusEntry(StatusPurpose.SUSPENSION, 94_567, "https://customs.example/status/2");

        assertThat(entry.toJson().get("id").stringValue()).isEqualTo("https://customs.example/status/2#94567");
        assertThat(StatusEntry.read(entry.toJson(), "/credentialStatus"))
                .isEqualTo(new Checked.Accepted<>(entry, List.of()));
        assertThat(StatusEntry.read(entry.toJson().put("statusSize", 1), ""))
                .isEqualTo(new Checked.Accepted<>(entry, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", "01", "1.0", "0x1", "1e3", "١", "16777216", "99999999999999999999", " 1"})
    void refuses_an_index_in_another_spelling(String index) {
        ObjectNode node = new StatusEntry(StatusPurpose.REVOCATION, 1, "https://customs.example/1").toJson();
        node.put("statusListIndex", index);

        assertThat(findings(StatusEntry.read(node, "/credentialStatus")))
                .extracting(Finding::pointer)
                .containsExactly("/credentialStatus/statusListIndex");
    }

    @Test
    void takes_the_first_and_the_last_index() {
        for (String index : List.of("0", "16777215")) {
            ObjectNode node = new StatusEntry(StatusPurpose.REVOCATION, 1, "https://customs.example/1").toJson();
            assertThat(StatusEntry.read(node.put("statusListIndex", index), "")).isInstanceOf(Checked.Accepted.class);
        }
    }

    @Test
    void refuses_entries_of_another_form() {
        ObjectNode node = new StatusEntry(StatusPurpose.REVOCATION, 1, "https://customs.example/1").toJson();
        assertThat(findings(StatusEntry.read(node.deepCopy().put("statusSize", 2), "")))
                .hasSize(1);
        assertThat(findings(StatusEntry.read(node.deepCopy().put("statusPurpose", "message"), "")))
                .hasSize(1);
        assertThat(findings(StatusEntry.read(node.deepCopy().put("type", "StatusList2021Entry"), "")))
                .hasSize(1);
        assertThat(findings(StatusEntry.read(node.deepCopy().put("statusListIndex", 1), "")))
                .hasSize(1);
        assertThat(findings(StatusEntry.read(json("{}"), ""))).hasSize(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatusEntry(StatusPurpose.REVOCATION, -1, "https://customs.example/1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new StatusEntry(StatusPurpose.REVOCATION, 1, " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatusEntry(StatusPurpose.REVOCATION, 1, "x".repeat(501)));
    }

    private static void assertRefused(Consumer<ObjectNode> change, FindingCode code) {
        ObjectNode document = LIST.document();
        change.accept(document);
        assertThat(findings(StatusList.read(document)))
                .extracting(Finding::code)
                .containsExactly(code);
    }

    private static ObjectNode subject(ObjectNode document) {
        return (ObjectNode) document.get("credentialSubject");
    }

    private static List<Finding> findings(Checked<?> checked) {
        return switch (checked) {
            case Checked.Accepted<?> accepted -> accepted.remarks();
            case Checked.Rejected<?> rejected -> rejected.findings();
        };
    }

    private static JsonNode json(String text) {
        return ((Checked.Accepted<JsonNode>) StrictJson.parse(text.getBytes(StandardCharsets.UTF_8), 1 << 20)).value();
    }
}
