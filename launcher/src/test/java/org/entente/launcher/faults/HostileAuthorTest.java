package org.entente.launcher.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.launcher.faults.Stage.AU;
import static org.entente.launcher.faults.Stage.CN;
import static org.entente.launcher.faults.Stage.SG;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.certs.key.SoftwareKey;
import org.entente.client.MemberNode;
import org.entente.model.ledger.Digest;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.entente.model.statement.BatchSigner;
import org.entente.model.statement.StoredHead;
import org.entente.model.statement.StreamHead;
import org.junit.jupiter.api.Test;

/**
 * An author whose own peer runs another chaincode, which writes anything to the author's streams: each oddity is shown on
 * the audience's side under its own code, changes nothing, and the next honest batch is folded as if it had not been.
 */
final class HostileAuthorTest extends HostileScene {
    @Test
    void garbage_bytes() {
        byte[] garbage = new byte[5_000];
        random.nextBytes(garbage);
        value("JSON_MALFORMED", garbage);
        value("JSON_MALFORMED", new byte[] {0});
        value("JSON_MALFORMED", "{\"header\":");
    }

    @Test
    void json_that_is_not_canonical() {
        value("JSON_NOT_CANONICAL", next().replaceFirst(",", ", "));
    }

    @Test
    void another_form_than_a_batch() {
        value("JSON_MEMBER_MISSING", "{}");
        value("JSON_TYPE_WRONG", "[]");
    }

    @Test
    void text_of_3_mb_and_values_beyond_the_limits() {
        value("BATCH_TOO_LARGE", "\"" + "x".repeat(3 << 20) + "\"");
    }

    @Test
    void deep_nesting() {
        value("JSON_TOO_DEEP", "[".repeat(100_000) + "]".repeat(100_000));
    }

    @Test
    void characters_that_no_database_takes() {
        value("JSON_TEXT_NUL", next().replaceFirst("Malting", "\\\\u0000"));
        value("JSON_TEXT_LONE_SURROGATE", next().replaceFirst("Malting", "\\\\ud800"));
        value("JSON_MALFORMED", new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'});
    }

    @Test
    void a_fork() {
        StreamHead beforeLast =
                new StreamHead(last.header().firstSequence() - 1, last.header().previousDigest());
        isShownAs("STREAM_FORKED", () -> author.writes(batch(beforeLast, signer(stage.key(AU)))));
    }

    @Test
    void a_batch_again() {
        isShownAs("STREAM_FORKED", () -> author.writes(last));
    }

    @Test
    void a_skipped_number() {
        isShownAs(
                "STREAM_HOLE",
                () -> author.writes(batch(new StreamHead(head.sequence() + 1, head.digest()), signer(stage.key(AU)))));
    }

    @Test
    void words_in_another_members_name() {
        Batch foreign = Batch.seal(StreamHead.START, List.of(draft(new StreamId(SG, CN))), signer(stage.key(SG)));
        isShownAs("BATCH_CREATOR_FOREIGN", () -> author.writes(foreign));
        Batch elsewhere = Batch.seal(StreamHead.START, List.of(draft(new StreamId(AU, SG))), signer(stage.key(AU)));
        isShownAs("BATCH_AUDIENCE_FOREIGN", () -> author.writes(elsewhere));
    }

    @Test
    void a_key_that_was_never_published() {
        // Its place in the stream is taken: an author that signs wrongly goes on after it.
        Batch unknown = batch(head, signer(SoftwareKey.generate()));
        head = unknown.newHead();
        isShownAs("BATCH_KEY_UNKNOWN", () -> author.writes(unknown));
    }

    @Test
    void a_forged_signature() {
        BatchSigner honest = signer(stage.key(AU));
        Batch forged = batch(head, new BatchSigner() {
            @Override
            public String keyId() {
                return honest.keyId();
            }

            @Override
            public byte[] sign(byte[] headerBytes) {
                return signer(SoftwareKey.generate()).sign(headerBytes);
            }
        });
        head = forged.newHead();
        isShownAs("BATCH_SIGNATURE_INVALID", () -> author.writes(forged));
    }

    @Test
    void a_batch_under_another_key() {
        Batch batch = batch(head, signer(stage.key(AU)));
        isShownAs(
                "BATCH_KEY_MISMATCH",
                () -> author.writes(
                        "batch/" + "0".repeat(64),
                        batch.bytes(),
                        StoredHead.after(last).bytes()));
    }

    @Test
    void other_keys_beside_a_batch() {
        Batch batch = batch(head, signer(stage.key(AU)));
        Map<String, byte[]> things = new HashMap<>();
        things.put("put " + batch.header().ledgerKey(), batch.bytes());
        things.put("put head", StoredHead.after(last).bytes());
        things.put("put note", "hidden".getBytes(UTF_8));
        isShownAs("BATCH_WRITES_UNEXPECTED", () -> author.does(things));
    }

    @Test
    void a_head_alone_and_a_head_that_is_garbage() {
        isShownAs("LEDGER_HEAD_ALONE", () -> author.does(Map.of("put head", "garbage".getBytes(UTF_8))));
    }

    @Test
    void an_earlier_batch_deleted_purged_or_locked() {
        String first = last.header().ledgerKey();
        isShownAs("LEDGER_KEY_DELETED", () -> author.does(Map.of("delete " + first, new byte[0])));
        String second = last.header().ledgerKey();
        isShownAs("LEDGER_KEY_PURGED", () -> author.does(Map.of("purge " + second, new byte[0])));
        String third = last.header().ledgerKey();
        isShownAs("LEDGER_KEY_METADATA", () -> author.does(Map.of("policy " + third, new byte[0])));
    }

    @Test
    void a_random_mixture_halts_nobody_and_is_folded_again_to_the_same_state() throws Exception {
        for (int i = 0; i < 60; i++) {
            byte[] bytes = next().getBytes(UTF_8);
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            author.writes(
                    "batch/" + Digest.of(bytes).hex(),
                    bytes,
                    StoredHead.after(last).bytes());
        }
        honest();
        others();
        MemberNode node = stage.node(CN);
        Digest live = node.state().digest(Optional.empty());
        assertThat(node.rebuild(SOON)).isTrue();
        assertThat(node.state().digest(Optional.empty())).isEqualTo(live);
        assertThat(stage.tables(CN).shown()).noneMatch(row -> row.contains("LEDGER_FOLD_FAILED"));
    }
}
