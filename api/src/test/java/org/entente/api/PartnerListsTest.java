package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.api.account.Role;
import org.entente.api.outbound.OutboundFault;
import org.entente.api.outbound.OutboundOutcome;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Issuance;
import org.entente.api.stage.Roads;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.entente.certs.credential.issue.CredentialSigner;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.status.StatusBits;
import org.entente.certs.credential.status.StatusList;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.certs.key.SoftwareKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Singapore's officers check what Australia issued to China: the ledger tells them nothing, only Australia's lists do. */
class PartnerListsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOST = "au.example";
    private static final String REVOCATION = "https://au.example/status-lists/origin/revocation/0";
    private static final String SUSPENSION = "https://au.example/status-lists/origin/suspension/0";
    private static final Api AU = Stage.shared().au();
    private static final Api SG = Stage.shared().start("SG", Roads.settings());
    private static final Api SECOND = Stage.shared().start("SG", Roads.settings());
    private static final Issuance ISSUANCE = new Issuance(AU, "lists-exporter", "lists-issuer");

    @BeforeAll
    static void accounts() {
        AU.account("lists-exporter", AU.organisation("Exporter"), Role.EXPORTER);
        AU.account("lists-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
        SG.account("lists-officer", SG.organisation("Administration"), Role.VERIFYING_OFFICER);
    }

    @BeforeEach
    void nothingKept() {
        Roads.lead(HOST, AU);
        database().sql("delete from api.partner_list").update();
    }

    private static JdbcClient database() {
        return SG.part(JdbcClient.class);
    }

    private static String download(String name, String what) {
        return AU.get("lists-exporter", "/v1/certificates/" + name + "/" + what)
                .expect(200)
                .text();
    }

    private static Answer check(Api api, String member, String value) {
        String body = JSON.createObjectNode().put(member, value).toString();
        return api.send(api.post("lists-officer", "/v1/verifications", body)).expect(200);
    }

    private static Answer check(String jwt) {
        return check(SG, "credential", jwt);
    }

    private static List<String> reasons(Answer answer) {
        return answer.json()
                .at("/reasons")
                .valueStream()
                .map(reason -> reason.at("/code").asString())
                .toList();
    }

    /** Followed by Singapore as far as keys count. */
    private static String issued() {
        String jwt = download(ISSUANCE.issued(), "credential");
        Until.holds(() -> check(jwt), answer -> answer.text("/outcome").equals("VALID"));
        return jwt;
    }

    private static Stream<String> calls(String address) {
        return Roads.calls().stream().filter(address::equals);
    }

    private static void age(Duration by) {
        database()
                .sql("update api.partner_list set fresh_until = fresh_until - make_interval(secs => ?),"
                        + " next_try_at = null")
                .param(by.toSeconds())
                .update();
    }

    @Test
    void a_credential_is_valid_by_lists_that_were_fetched_and_stays_so_while_its_issuer_is_gone() {
        String jwt = issued();
        Answer near = check(jwt);
        assertThat(near.text("/outcome")).as(near.text()).isEqualTo("VALID");
        assertThat(near.json()
                        .at("/evidence/lists")
                        .valueStream()
                        .map(list -> list.at("/address").asString()))
                .containsExactlyInAnyOrder(REVOCATION, SUSPENSION);
        Roads.close(HOST);
        age(Duration.ofDays(1));
        Answer alone = check(jwt);
        assertThat(alone.text("/outcome")).as(alone.text()).isEqualTo("VALID");
        assertThat(Instant.parse(alone.text("/evidence/lists/0/asOf"))).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void with_lists_past_their_end_or_none_at_all_it_could_not_be_checked() {
        String jwt = issued();
        Roads.close(HOST);
        for (StatusPurpose purpose : StatusPurpose.values()) {
            database()
                    .sql("update api.partner_list set secured = ? where address = ?")
                    .param(list(purpose, Set.of(), Duration.ofDays(2)))
                    .param(address(purpose))
                    .update();
        }
        Answer stale = check(jwt);
        assertThat(stale.text("/outcome")).as(stale.text()).isEqualTo("COULD_NOT_CHECK");
        assertThat(reasons(stale)).containsExactly("STATUS_LIST_STALE", "STATUS_LIST_STALE");
        assertThat(stale.text("/newestInformation")).isNotEmpty();
        database().sql("delete from api.partner_list").update();
        Answer none = check(jwt);
        assertThat(reasons(none)).containsExactly("STATUS_LIST_MISSING", "STATUS_LIST_MISSING");
        assertThat(none.text("/remarks/0/code")).startsWith("ORIGIN_");
    }

    @Test
    void a_revocation_and_a_suspension_are_seen_with_the_next_copy() {
        String name = ISSUANCE.issued();
        String jwt = download(name, "credential");
        Until.holds(() -> check(jwt), answer -> answer.text("/outcome").equals("VALID"));
        int index = JSON.readTree(java.util.Base64.getUrlDecoder()
                        .decode(jwt.substring(jwt.indexOf('.') + 1, jwt.lastIndexOf('.'))))
                .at("/credentialStatus/0/statusListIndex")
                .asInt();
        for (StatusPurpose purpose : StatusPurpose.values()) {
            Roads.answer(
                    HOST,
                    uri -> uri.toString().equals(address(purpose))
                            ? answered(list(purpose, Set.of(index), Duration.ZERO))
                            : Optional.empty());
            age(Duration.ofDays(1));
            Answer set = check(jwt);
            assertThat(set.text("/outcome")).as(set.text()).isEqualTo("INVALID");
            assertThat(reasons(set))
                    .contains("STATUS_" + (purpose == StatusPurpose.REVOCATION ? "REVOKED" : "SUSPENDED"));
        }
    }

    @Test
    void nothing_but_a_newer_list_of_the_issuer_itself_takes_the_place_of_a_copy() {
        String jwt = issued();
        byte[] good = kept();
        for (byte[] bad : List.of(
                list(StatusPurpose.SUSPENSION, Set.of(), Duration.ZERO),
                list(StatusPurpose.REVOCATION, Set.of(), Duration.ofHours(3)),
                signed(
                        StatusPurpose.REVOCATION,
                        Set.of(),
                        Duration.ZERO,
                        Stage.shared().credentialKey("CN").key()),
                flipped(good),
                new byte[0],
                "<html>".getBytes(StandardCharsets.US_ASCII))) {
            Roads.answer(HOST, uri -> answered(bad));
            age(Duration.ofDays(1));
            Answer checked = check(jwt);
            assertThat(checked.text("/outcome")).as(checked.text()).isEqualTo("VALID");
            assertThat(kept()).isEqualTo(good);
        }
        assertThat(database()
                        .sql("select failures from api.partner_list where address = ?")
                        .param(REVOCATION)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    private static byte[] kept() {
        return database()
                .sql("select secured from api.partner_list where address = ?")
                .param(REVOCATION)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    @Test
    void of_all_instances_one_asks_and_nobody_asks_a_dead_partner_at_every_check() {
        String jwt = issued();
        database().sql("delete from api.partner_list").update();
        long before = calls(REVOCATION).count();
        List<CompletableFuture<Answer>> all = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> check(i % 2 == 0 ? SG : SECOND, "credential", jwt),
                        task -> Thread.startVirtualThread(task)))
                .toList();
        assertThat(all)
                .allSatisfy(each -> assertThat(each.join().text("/outcome")).isEqualTo("VALID"));
        assertThat(calls(REVOCATION).count() - before).isEqualTo(1);
        Roads.close(HOST);
        age(Duration.ofDays(1));
        long gone = calls(REVOCATION).count();
        for (int i = 0; i < 10; i++) {
            check(jwt);
        }
        // One for each pause that began in the meantime.
        assertThat(calls(REVOCATION).count() - gone).isBetween(1L, 3L);
    }

    @Test
    void lists_in_use_are_asked_for_again_by_themselves() {
        issued();
        long before = calls(REVOCATION).count();
        age(Duration.ofMinutes(5));
        Until.holds(() -> calls(REVOCATION).count(), count -> count > before);
        Until.holds(
                () -> database()
                        .sql("select count(*) from api.partner_list where fresh_until > now()")
                        .query(Long.class)
                        .single(),
                count -> count == 2);
    }

    @Test
    void a_link_is_followed_to_its_member_without_what_stands_behind_the_hash() {
        String name = ISSUANCE.issued();
        String link = link(name);
        Answer opened = Until.holds(
                () -> check(SG, "text", link), answer -> answer.text("/outcome").equals("VALID"));
        assertThat(opened.text("/facts/id")).isEqualTo(name);
        String secret = link.substring(link.indexOf('#') + 1);
        assertThat(Roads.calls()).noneMatch(call -> call.contains("#") || call.contains(secret.substring(0, 20)));
        Roads.answer(HOST, uri -> answered(new byte[] {1, 2, 3}));
        assertThat(reasons(check(SG, "text", link))).containsExactly("LINK_CONTENT_MALFORMED");
        Roads.answer(HOST, uri -> Optional.of(new OutboundOutcome.Failed(OutboundFault.TOO_SLOW, "")));
        Answer unreachable = check(SG, "text", link);
        assertThat(unreachable.text("/outcome")).isEqualTo("COULD_NOT_CHECK");
        assertThat(reasons(unreachable)).containsExactly("VERIFICATION_LINK_UNREACHABLE");
    }

    private static String link(String name) {
        return AU.part(JdbcClient.class)
                .sql("select link from api.credential where subject = ?")
                .param(org.entente.api.certificate.CertificateName.read(name).subject())
                .query((row, number) -> row.getString(1))
                .single();
    }

    private static String address(StatusPurpose purpose) {
        return purpose == StatusPurpose.REVOCATION ? REVOCATION : SUSPENSION;
    }

    private static Optional<OutboundOutcome> answered(byte[] body) {
        return Optional.of(new OutboundOutcome.Answered(200, body));
    }

    private static byte[] flipped(byte[] list) {
        byte[] other = list.clone();
        other[other.length - 10] ^= 1;
        return other;
    }

    /** A list of Australia's, made some time ago, valid for a day. */
    private static byte[] list(StatusPurpose purpose, Set<Integer> set, Duration age) {
        return signed(purpose, set, age, Stage.shared().credentialKey("AU").key());
    }

    private static byte[] signed(StatusPurpose purpose, Set<Integer> set, Duration age, SoftwareKey key) {
        Instant made = Instant.now().minus(age).truncatedTo(ChronoUnit.SECONDS);
        JsonNode document = StatusList.of(
                        address(purpose),
                        "did:web:au.example",
                        purpose,
                        StatusBits.of(StatusBits.MIN_ENTRIES, set),
                        made,
                        Duration.ofDays(1),
                        Duration.ofMinutes(5))
                .document();
        return new CredentialSigner("did:web:au.example", key, Optional.empty())
                .secure((tools.jackson.databind.node.ObjectNode) document, Securing.VC_JWT, Instant.now());
    }
}
