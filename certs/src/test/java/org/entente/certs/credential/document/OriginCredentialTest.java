package org.entente.certs.credential.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.certs.credential.status.StatusEntry;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.model.finding.Checked;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.StrictJson;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.statement.StatementId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class OriginCredentialTest {
    private static final String DID = "did:web:customs.example.au";
    private static final String HOST = "https://customs.example.au";

    @ParameterizedTest
    @ValueSource(strings = {"chafta-clean.json", "atiga-form-d-clean.json"})
    void reads_back_every_field_of_a_certificate(String sample) throws Exception {
        OriginCredential credential = credential(sample);

        assertThat(OriginCredential.read(credential.document()))
                .isEqualTo(new Checked.Accepted<>(credential, List.of()));
    }

    /** Safe mode, for readers that process JSON-LD: no term may be left without a meaning. */
    @ParameterizedTest
    @ValueSource(strings = {"chafta-clean.json", "atiga-form-d-clean.json"})
    void uses_no_term_that_its_contexts_do_not_define(String sample) throws Exception {
        Set<String> ofCredentials = Set.of(
                "@context",
                "id",
                "type",
                "issuer",
                "name",
                "description",
                "validFrom",
                "validUntil",
                "credentialStatus",
                "credentialSubject",
                "relatedResource",
                "digestSRI",
                "evidence",
                "statusPurpose",
                "statusListIndex",
                "statusListCredential");
        JsonNode context =
                JsonMapper.builder().build().readTree(OriginContext.bytes()).path("@context");
        List<String> used = new ArrayList<>();
        terms(credential(sample).document(), used);

        assertThat(context.has("@vocab")).isFalse();
        assertThat(used)
                .allSatisfy(term -> assertThat(ofCredentials.contains(term) || context.has(term))
                        .as(term)
                        .isTrue());
    }

    private static void terms(JsonNode node, List<String> used) {
        node.propertyNames().forEach(name -> {
            used.add(name);
            terms(node.path(name), used);
        });
        if (node.isArray()) {
            node.forEach(each -> terms(each, used));
        }
    }

    @Test
    void has_a_random_id_that_says_nothing_of_the_number() throws Exception {
        CredentialId id = credential("chafta-clean.json").id();
        assertThat(id.value()).matches("https://customs\\.example\\.au/credentials/[A-Za-z0-9_-]{22}");
        assertThat(credential("chafta-clean.json").id()).isNotEqualTo(id);
        assertThat(id.isOf(DID)).isTrue();
        assertThat(id.isOf("did:web:customs.example.aux")).isFalse();
        assertThat(id.isOf("did:key:z6Mk")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"validFrom\" | \"extra\":1,\"validFrom\" | JSON_MEMBER_UNKNOWN | /extra",
                "\"agreement\" | \"extra\":1,\"agreement\" | JSON_MEMBER_UNKNOWN | /credentialSubject/extra",
                "\"exporter\":{ | \"exporter\":{\"id\":{},| JSON_MEMBER_UNKNOWN | /credentialSubject/exporter/id",
                "\"digestSRI\":\"sha384-k | \"digestSRI\":\"sha384-A | CREDENTIAL_CONTEXT_UNKNOWN | /relatedResource/0/digestSRI",
                "credentials/v2\" | credentials/v1\" | CREDENTIAL_CONTEXT_UNKNOWN | /@context",
                "origin-v1 | origin-v2 | CREDENTIAL_CONTEXT_UNKNOWN | /@context",
                "OriginCertificateCredential | OtherCredential | CREDENTIAL_TYPE_UNKNOWN | /type",
                "[\"OriginCertificate\"] | [\"Other\"] | CREDENTIAL_TYPE_UNKNOWN | /credentialSubject/type",
                "\"suspension\" | \"revocation\" | CREDENTIAL_STATUS_MISSING | /credentialStatus",
                "Credential\":\"https://customs.example.au/status/r | Credential\":\"https://other.example/status/r | CREDENTIAL_ADDRESS_FOREIGN | /credentialStatus/0/statusListCredential",
                "\"id\":\"https://customs.example.au/cred | \"id\":\"https://other.example/cred | CREDENTIAL_ADDRESS_FOREIGN | /id",
                "did:web:customs.example.au | did:web:customs.example.au:x | JSON_VALUE_INVALID | /issuer/id",
                "\"validUntil\":\"2 | \"validUntil\":\"1 | CREDENTIAL_PERIOD_INVALID | /validUntil",
                "LedgerStatement | Statement | CREDENTIAL_TYPE_UNKNOWN | /evidence/0/type",
                "revocation/1#7 | revocation/1#8 | CREDENTIAL_ADDRESS_FOREIGN | /credentialStatus/0/id",
                "\"statusListIndex\":\"7\" | \"statusListIndex\":\"07\" | JSON_VALUE_INVALID | /credentialStatus/0/statusListIndex",
                "\"hs\":\" | \"hs\":\"x | ORIGIN_HS_INVALID | /credentialSubject/items/0/hs",
                "T04:00:00Z | T04:00:00.500Z | JSON_VALUE_INVALID | /validFrom",
            })
    void refuses_other_documents_with_code_and_place(String part, String replacement, String code, String pointer)
            throws Exception {
        String document =
                new String(CanonicalJson.bytes(credential("chafta-clean.json").document()), UTF_8);
        String changed = part.startsWith("\"digestSRI")
                ? document.replaceFirst("sha384-.", "sha384-_")
                : document.replaceFirst(java.util.regex.Pattern.quote(part), replacement);
        assertThat(changed).isNotEqualTo(document);

        Checked<OriginCredential> read = OriginCredential.read(json(changed));

        assertThat(read).isInstanceOf(Checked.Rejected.class);
        assertThat(((Checked.Rejected<OriginCredential>) read).findings()).anySatisfy(finding -> {
            assertThat(finding.code().name()).isEqualTo(code);
            assertThat(finding.pointer()).isEqualTo(pointer);
        });
    }

    private static OriginCredential credential(String sample) throws Exception {
        Certificate certificate = CertificateJson.parse(Files.readAllBytes(Path.of("../docs/samples", sample)))
                .certificate()
                .orElseThrow();
        Instant from = Instant.parse(certificate.issuedAt() + "T04:00:00Z");
        return new OriginCredential(
                CredentialId.draw(DID, new SecureRandom()),
                DID,
                "Customs (sample)",
                from,
                OriginCredential.endOf(
                        certificate,
                        RuleSets.shipped().named(certificate.ruleSet()).orElseThrow()),
                List.of(
                        new StatusEntry(StatusPurpose.REVOCATION, 7, HOST + "/status/revocation/1"),
                        new StatusEntry(StatusPurpose.SUSPENSION, 9, HOST + "/status/suspension/1")),
                Optional.of(new LedgerReference(
                        new StreamId(new MemberId("AU"), new MemberId("CN")), new StatementId("0a".repeat(32)))),
                certificate);
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) ((Checked.Accepted<JsonNode>) StrictJson.parse(text.getBytes(UTF_8), 1_000_000)).value();
    }
}
