package org.entente.certs.credential.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.certs.credential.status.StatusBits;
import org.entente.certs.credential.status.StatusEntry;
import org.entente.certs.credential.status.StatusList;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.certs.interop.Elsewhere;
import org.entente.model.member.StreamId;
import org.entente.model.statement.StatementId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A JSON-LD 1.1 processor of others reads our documents with the context that an issuer serves, and loses nothing. */
class JsonLdTest {
    private static final String DID = "did:web:customs.example.id";
    private static final String HOST = "https://customs.example.id";
    private static final Instant FROM = Instant.parse("2026-04-14T04:00:00Z");

    @BeforeAll
    static void needs_software_of_others() {
        Elsewhere.isNeeded();
    }

    @Test
    void every_member_of_a_certificate_has_a_meaning_and_no_value_is_lost() throws Exception {
        ObjectNode document = document();
        JsonNode expanded = expand(document, context()).path("expanded").path(0);
        JsonNode subject = expanded.path("https://www.w3.org/2018/credentials#credentialSubject");

        List<String> properties = new ArrayList<>();
        names(expanded, properties);
        assertThat(properties).allMatch(name -> name.startsWith("@") || name.matches("https://[^#]+#?[^#]+"));

        List<String> members = new ArrayList<>();
        names(document.path("credentialSubject"), members);
        members.removeIf("type"::equals);
        List<String> meant = new ArrayList<>();
        names(subject, meant);
        assertThat(meant.stream().map(name -> name.replaceFirst(".*[#/]", "")).toList())
                .containsAll(members);
        // One is the type, which expands to @type.
        assertThat(leaves(subject, "@value")).isEqualTo(leaves(document.path("credentialSubject"), "") - 1);
        assertThat(subject.path(0).path("@type").path(0).asString())
                .isEqualTo("https://entente.example/ns/origin#OriginCertificate");
    }

    @Test
    void keeps_the_order_of_what_is_in_an_order() throws Exception {
        String expanded = expand(document(), context()).toString();
        assertThat(expanded).contains("origin#criteria\":[{\"@list\":[{\"@value\":\"CTSH\"},{\"@value\":\"RVC\"}]}]");
    }

    @Test
    void a_member_without_a_term_is_found() throws Exception {
        ObjectNode document = document();
        ((ObjectNode) document.path("credentialSubject").path("items").path(1)).put("colour", "red");
        assertThat(expand(document, context()).path("failed").asString()).contains("Safe mode");
    }

    @Test
    void a_term_of_the_w3c_that_our_context_gave_another_meaning_would_be_found() throws Exception {
        ObjectNode context = context();
        ((ObjectNode) context.path("@context")).put("validFrom", "https://entente.example/ns/origin#validFrom");
        assertThat(expand(document(), context).path("failed").asString()).contains("protected");
    }

    @Test
    void a_status_list_has_a_meaning_with_the_context_of_the_w3c_alone() throws Exception {
        StatusList list = StatusList.of(
                HOST + "/status/revocation/1",
                DID,
                StatusPurpose.REVOCATION,
                StatusBits.of(StatusBits.MIN_ENTRIES, Set.of(7)),
                FROM,
                Duration.ofHours(6),
                Duration.ofMinutes(5));
        String expanded = expand(list.document(), context()).toString();
        assertThat(expanded)
                .contains("status#BitstringStatusListCredential", "status#encodedList", "status#statusPurpose")
                .doesNotContain("\"failed\"");
    }

    private static ObjectNode document() throws Exception {
        return new OriginCredential(
                        CredentialId.draw(DID, new SecureRandom()),
                        DID,
                        "Customs (sample)",
                        FROM,
                        FROM.plus(Duration.ofDays(365)),
                        List.of(entry(StatusPurpose.REVOCATION), entry(StatusPurpose.SUSPENSION)),
                        Optional.of(
                                new LedgerReference(StreamId.ofCollection("ID-SG"), new StatementId("ab".repeat(32)))),
                        FullCertificate.read())
                .document();
    }

    private static StatusEntry entry(StatusPurpose purpose) {
        return new StatusEntry(purpose, 7, HOST + "/status/" + purpose.wire() + "/1");
    }

    private static ObjectNode context() {
        return (ObjectNode) JsonMapper.builder().build().readTree(OriginContext.bytes());
    }

    private static ObjectNode expand(ObjectNode document, ObjectNode context) {
        ObjectNode request = Elsewhere.request("expand");
        request.set("document", document);
        request.putObject("documents").set(OriginContext.address(DID), context);
        return Elsewhere.ask(request);
    }

    private static void names(JsonNode node, List<String> names) {
        node.propertyNames().forEach(name -> {
            names.add(name);
            names(node.path(name), names);
        });
        if (node.isArray()) {
            node.forEach(each -> names(each, names));
        }
    }

    /** How many scalars stand under a name, or under any where that is empty. */
    private static int leaves(JsonNode node, String name) {
        int leaves = 0;
        for (String each : node.propertyNames()) {
            JsonNode value = node.path(each);
            leaves += value.isValueNode() ? name.isEmpty() || name.equals(each) ? 1 : 0 : leaves(value, name);
        }
        if (node.isArray()) {
            for (JsonNode each : node) {
                leaves += each.isValueNode() ? name.isEmpty() ? 1 : 0 : leaves(each, name);
            }
        }
        return leaves;
    }
}
