package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A write happens once, and only on what the caller has read. */
class WritesTest {
    private static final Api AU = Stage.shared().au();

    @BeforeAll
    static void accounts() {
        Organisation administration = AU.organisation("Administration");
        AU.account("write-exporter", AU.organisation("Exporter"), Role.EXPORTER);
        AU.account("write-issuer", administration, Role.ISSUING_OFFICER);
    }

    private static HttpRequest.Builder apply(String key, String certificate) {
        return AU.post("write-exporter", "/v1/applications", certificate).setHeader("Idempotency-Key", key);
    }

    @Test
    void the_same_request_is_answered_the_same_and_done_once() {
        String key = UUID.randomUUID().toString();
        String certificate = Samples.certificate();
        Answer first = AU.send(apply(key, certificate)).expect(201);
        Answer second = AU.send(apply("\"" + key + "\"", certificate)).expect(201);
        assertThat(second.response().body()).isEqualTo(first.response().body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void the_key_of_another_request_is_refused() {
        String key = UUID.randomUUID().toString();
        AU.send(apply(key, Samples.certificate())).expect(201);
        AU.send(apply(key, Samples.certificate())).problem(422, "REQUEST_KEY_REUSED");
    }

    @Test
    void the_key_of_a_refused_request_stays_free() {
        String key = UUID.randomUUID().toString();
        AU.send(apply(key, "{}")).problem(422, "REQUEST_REFUSED");
        AU.send(apply(key, Samples.certificate())).expect(201);
    }

    @Test
    void a_write_without_a_usable_key_is_refused() {
        HttpRequest.Builder without = AU.as("write-exporter", "/v1/applications")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Samples.certificate()));
        AU.send(without).problem(400, "REQUEST_KEY_MISSING");
        AU.send(apply("a b", Samples.certificate())).problem(400, "REQUEST_KEY_INVALID");
        AU.send(apply("k".repeat(101), Samples.certificate())).problem(400, "REQUEST_KEY_INVALID");
    }

    @Test
    void of_many_at_once_one_is_done_and_the_others_hear_the_same_or_that_it_is_being_done() throws Exception {
        String key = UUID.randomUUID().toString();
        String certificate = Samples.certificate();
        List<Answer> answers = atOnce(8, () -> AU.send(apply(key, certificate)));
        assertThat(answers).anyMatch(answer -> answer.status() == 201);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 201)
                        .map(answer -> answer.header("Location"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void of_many_applications_for_one_number_one_is_taken() throws Exception {
        String certificate = Samples.certificate();
        List<Answer> answers = atOnce(6, () -> AU.send(apply(UUID.randomUUID().toString(), certificate)));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> assertThat(
                                answer.problem(422, "REQUEST_REFUSED").codes())
                        .contains("APPLICATION_REFERENCE_TAKEN"));
    }

    private static List<Answer> atOnce(int count, java.util.concurrent.Callable<Answer> call)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = IntStream.range(0, count)
                    .mapToObj(number -> threads.submit(call))
                    .toList();
            List<Answer> answers = new java.util.ArrayList<>();
            for (Future<Answer> each : running) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    @Test
    void a_decision_names_the_version_that_was_read() {
        Answer applied = AU.send(apply(UUID.randomUUID().toString(), Samples.certificate()))
                .expect(201);
        String refusal = applied.header("Location") + "/refusal";
        String reason = "{\"reason\":\"the sample is not good enough\"}";
        AU.send(AU.post("write-issuer", refusal, reason)).problem(428, "REQUEST_PRECONDITION_MISSING");
        AU.send(AU.post("write-issuer", refusal, reason).header("If-Match", "\"99\""))
                .problem(412, "REQUEST_PRECONDITION_FAILED");
        Answer refused = AU.send(AU.post("write-issuer", refusal, reason).header("If-Match", applied.header("ETag")))
                .expect(200);
        assertThat(refused.text("/reason")).isEqualTo("the sample is not good enough");
        AU.send(AU.post("write-issuer", refusal, reason).header("If-Match", refused.header("ETag")))
                .problem(409, "REQUEST_STATE_CONFLICT");
        AU.send(AU.post("write-issuer", refusal, "{}").header("If-Match", "*")).problem(400, "REQUEST_BODY_INVALID");
    }

    @Test
    void a_number_is_free_again_after_a_refusal_or_withdrawal() {
        String certificate = Samples.certificate();
        Answer applied =
                AU.send(apply(UUID.randomUUID().toString(), certificate)).expect(201);
        AU.send(AU.post("write-exporter", applied.header("Location") + "/withdrawal", "")
                        .header("If-Match", applied.header("ETag")))
                .expect(200);
        AU.send(apply(UUID.randomUUID().toString(), certificate)).expect(201);
    }

    @Test
    void a_list_goes_on_where_its_page_ended() {
        AU.account("page-exporter", AU.organisation("Pages"), Role.EXPORTER);
        for (int i = 0; i < 3; i++) {
            AU.send(AU.post("page-exporter", "/v1/applications", Samples.certificate()))
                    .expect(201);
        }
        Answer first = AU.get("page-exporter", "/v1/applications?limit=2").expect(200);
        assertThat(first.json().at("/items").size()).isEqualTo(2);
        String link = first.header("Link");
        assertThat(link).startsWith("</v1/applications?limit=2&cursor=").endsWith(">; rel=\"next\"");
        Answer second =
                AU.get("page-exporter", link.substring(1, link.indexOf('>'))).expect(200);
        assertThat(second.json().at("/items").size()).isEqualTo(1);
        assertThat(second.header("Link")).isEmpty();
    }
}
