package org.entente.launcher.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.launcher.faults.Stage.AU;
import static org.entente.launcher.faults.Stage.CN;
import static org.entente.launcher.faults.Stage.SG;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.entente.certs.key.SoftwareKey;
import org.entente.certs.statement.StatementSignatures;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.Progress;
import org.entente.client.outbox.StatementRequest;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.origin.OriginStatement;
import org.entente.model.statement.Batch;
import org.entente.model.statement.BatchSigner;
import org.entente.model.statement.Salt;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StoredHead;
import org.entente.model.statement.StreamHead;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An author with another chaincode, a reader, a bystander, and an honest batch before each oddity. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileScene {
    static final Duration SOON = Duration.ofSeconds(30);
    static final StreamId STREAM = new StreamId(AU, CN);

    final Random random = new Random(7);
    Stage stage;
    HostileAuthor author;
    StreamHead head = StreamHead.START;
    int number;
    Batch last;

    @BeforeAll
    void start(@TempDir Path folder) {
        stage = new Stage(folder, builder -> builder.chaincode(AU, HostileAuthor::chaincode));
        author = new HostileAuthor(stage.network().endpoint(AU));
        stage.start(AU);
        stage.start(CN);
        stage.start(SG);
    }

    @AfterAll
    void stop() {
        author.close();
        stage.close();
    }

    @BeforeEach
    void an_honest_batch_goes_before() {
        honest();
    }

    /** A batch that continues the accepted head; both sides must fold it, whatever was written before. */
    final void honest() {
        Batch batch = batch(head, signer(stage.key(AU)));
        author.writes(batch);
        head = batch.newHead();
        last = batch;
        for (MemberId side : List.of(AU, CN)) {
            String id = batch.statements().getFirst().statement().draft().id().hex();
            Await.until(
                    side + " folds the honest batch",
                    SOON,
                    () -> stage.tables(side).statements().stream()
                            .anyMatch(row -> row.contains(id) && row.endsWith("STANDS")));
        }
    }

    static BatchSigner signer(SoftwareKey key) {
        return StatementSignatures.signer(key);
    }

    Batch batch(StreamHead after, BatchSigner signer) {
        return Batch.seal(after, List.of(draft(STREAM)), signer);
    }

    StatementDraft draft(StreamId stream) {
        OriginStatement issued = new OriginStatement.Issued(Certificates.certificate("H" + ++number));
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new StatementDraft(
                stream,
                new StatementId(Digest.ofRaw(bytes).hex()),
                issued.type(),
                issued.certificateId().subject(),
                Instant.parse("2026-04-01T00:00:00Z"),
                "officer",
                Salt.of(java.util.Arrays.copyOf(bytes, 16)),
                issued.body());
    }

    /** Does something odd, sees its code on the audience's side, and that the next honest batch is folded all the same. */
    void isShownAs(String code, Runnable odd) {
        List<String> statements = stage.tables(CN).statements();
        long before = count(code);
        odd.run();
        Await.until("China is shown " + code + ", has " + stage.tables(CN).shown(), SOON, () -> count(code) > before);
        assertThat(stage.tables(CN).statements()).isEqualTo(statements);
        honest();
    }

    long count(String code) {
        return stage.tables(CN).shown().stream()
                .filter(row -> row.contains(code))
                .count();
    }

    void value(String code, byte[] bytes) {
        isShownAs(
                code,
                () -> author.writes(
                        "batch/" + Digest.of(bytes).hex(),
                        bytes,
                        StoredHead.after(last).bytes()));
    }

    void value(String code, String text) {
        value(code, text.getBytes(UTF_8));
    }

    String next() {
        return new String(batch(head, signer(stage.key(AU))).bytes(), UTF_8);
    }

    /** Streams that have nothing to do with it. */
    void others() throws InterruptedException {
        StatementDraft draft = draft(new StreamId(AU, SG));
        StatementRequest request = new StatementRequest(
                "test",
                "hostile",
                "key " + number,
                SG,
                draft.type(),
                draft.subject(),
                draft.effectiveFrom(),
                "x",
                draft.body());
        // The certificate is for China: Australia's own rules refuse it, and that too is an answer.
        if (!(stage.node(AU).outbox().accept(request) instanceof Acceptance.Accepted(var receipt))) {
            throw new AssertionError("not accepted");
        }
        Progress progress = stage.node(AU)
                .outbox()
                .awaitFinal(receipt.id(), SOON)
                .orElseThrow()
                .progress();
        assertThat(progress.isSettled()).isTrue();
    }
}
