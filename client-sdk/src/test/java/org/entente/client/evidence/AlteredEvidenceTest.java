package org.entente.client.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.entente.model.evidence.Evidence;
import org.entente.model.evidence.EvidenceCheck;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.evidence.EvidenceOutcome;
import org.entente.model.evidence.EvidenceOutcome.Valid;
import org.entente.model.evidence.EvidenceVerdict;
import org.entente.model.evidence.LedgerRecord;
import org.entente.model.json.Base64Text;
import org.entente.model.trust.Trust;
import org.junit.jupiter.api.Test;

/** An altered file is never valid, wherever it was altered. */
class AlteredEvidenceTest {
    private static final Administration AU = Administration.of("AU");
    private static final Administration CN = Administration.of("CN");
    private static final Story STORY = new Story(AU, CN, 5);

    /** One statement: every byte is tried. */
    private static final Evidence TOLD = STORY.presented(List.of(STORY.issued()));

    private static final byte[] FILE = TOLD.bytes();
    private static final EvidenceCheck CHECK =
            EvidenceProofTest.check(new Trust(Map.of(AU.member(), AU.byBoth(), CN.member(), CN.byBoth())));

    @Test
    void the_file_as_it_was_made_is_valid() {
        assertThat(CHECK.check(FILE).isValid()).isTrue();
    }

    @Test
    void no_byte_can_be_altered() {
        Random random = new Random(6);
        for (int at = 0; at < FILE.length; at++) {
            byte[] altered = FILE.clone();
            altered[at] = other(random, FILE[at]);
            assertNowhereValid(altered, at);
        }
    }

    @Test
    void no_byte_can_be_left_out_or_doubled_and_none_added() {
        for (int at = 1; at < FILE.length; at += 7) {
            byte[] before = Arrays.copyOf(FILE, at);
            assertNowhereValid(joined(before, Arrays.copyOfRange(FILE, at + 1, FILE.length)), at);
            assertNowhereValid(joined(before, Arrays.copyOfRange(FILE, at - 1, FILE.length)), at);
        }
        assertNowhereValid(joined(FILE, new byte[] {'\n'}), FILE.length);
        assertNowhereValid(joined(new byte[] {' '}, FILE), 0);
    }

    @Test
    void an_unknown_member_and_a_name_that_stands_twice_are_refused() {
        String text = new String(FILE, StandardCharsets.UTF_8);
        assertUnreadable(text.replaceFirst("\"evidence\":1,", "\"evidence\":1,\"extra\":1,"), "JSON_MEMBER_UNKNOWN");
        assertUnreadable(text.replaceFirst("\"evidence\":1,", "\"evidence\":1,\"evidence\":1,"), "JSON_DUPLICATE_NAME");
        assertUnreadable(text.replaceFirst("\"merkle\":\\{", "\"merkle\":{\"aside\":1,"), "JSON_MEMBER_UNKNOWN");
        assertUnreadable(text.replaceFirst("\"statements\":", "\"statements\": "), "JSON_NOT_CANONICAL");
        assertUnreadable(text.replaceFirst("\"evidence\":1", "\"evidence\":2"), "JSON_VALUE_INVALID");
    }

    /** The presenter could alter what it signs: what the author and its nodes signed, it cannot. */
    @Test
    void not_even_the_presenter_can_alter_what_the_author_said_or_its_nodes_signed() {
        Random random = new Random(7);
        EvidenceEntry entry = TOLD.entries().getFirst();
        int tried = 0;
        byte[] envelope = entry.ledger().envelope();
        for (int at = 0; at < envelope.length; at++) {
            byte[] altered = envelope.clone();
            altered[at] ^= (byte) (1 << random.nextInt(8));
            assertPresentedInvalid(withLedger(entry, Altered.envelope(entry.ledger(), altered)), "envelope " + at);
            tried++;
        }
        for (int at = 0; at < entry.signature().length; at++) {
            byte[] altered = entry.signature().clone();
            altered[at] ^= (byte) (1 << random.nextInt(8));
            assertPresentedInvalid(
                    new EvidenceEntry(
                            entry.statement(), entry.proof(), entry.header(), altered, entry.key(), entry.ledger()),
                    "signature " + at);
            tried++;
        }
        assertThat(tried).isGreaterThan(2_000);
    }

    @Test
    void not_even_the_presenter_can_alter_the_hashes_or_the_name_of_the_transaction() {
        String text = new String(FILE, StandardCharsets.UTF_8);
        EvidenceEntry entry = TOLD.entries().getFirst();
        for (String hash : List.of(
                entry.ledger().keyHash().hex(),
                entry.ledger().valueHash().hex(),
                entry.ledger().transactionId().hex(),
                entry.header().merkleRoot().hex(),
                entry.header().previousDigest().hex(),
                entry.statement().statement().draft().id().hex())) {
            String altered = text.replaceFirst(hash, (hash.charAt(0) == 'a' ? "b" : "a") + hash.substring(1));
            assertThat(altered).isNotEqualTo(text);
            assertThat(presentedAgain(altered).getFirst()).as(hash).isInstanceOf(EvidenceOutcome.Invalid.class);
        }
    }

    private static void assertPresentedInvalid(EvidenceEntry altered, String what) {
        Evidence evidence = Evidence.present(TOLD.members(), List.of(altered), CN.presenter(), CN.signer());
        assertThat(CHECK.check(evidence)).as(what).noneMatch(Valid.class::isInstance);
    }

    private static EvidenceEntry withLedger(EvidenceEntry entry, LedgerRecord ledger) {
        return new EvidenceEntry(
                entry.statement(), entry.proof(), entry.header(), entry.signature(), entry.key(), ledger);
    }

    private static List<EvidenceOutcome> presentedAgain(String altered) {
        if (!(Evidence.parse(altered.getBytes(StandardCharsets.UTF_8))
                instanceof org.entente.model.finding.Checked.Accepted<Evidence>(var read, var remarks))) {
            throw new AssertionError("the alteration should still have the form");
        }
        return CHECK.check(Evidence.present(read.members(), read.entries(), CN.presenter(), CN.signer()));
    }

    private static void assertUnreadable(String text, String code) {
        EvidenceVerdict verdict = CHECK.check(text.getBytes(StandardCharsets.UTF_8));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        EvidenceVerdict.Unreadable.class,
                        unreadable -> assertThat(unreadable.because())
                                .anyMatch(each -> each.code().name().equals(code)));
    }

    private static void assertNowhereValid(byte[] altered, int at) {
        switch (CHECK.check(altered)) {
            case EvidenceVerdict.Unreadable unreadable -> {}
            case EvidenceVerdict.Judged(var evidence, var outcomes) ->
                assertThat(outcomes)
                        .as("byte %s of %s", at, Base64Text.write(altered).length())
                        .noneMatch(Valid.class::isInstance);
        }
    }

    /** Another byte, more often one that leaves the text readable. */
    private static byte other(Random random, byte old) {
        while (true) {
            byte next = random.nextInt(4) == 0
                    ? (byte) random.nextInt(256)
                    : (byte) "0123456789abcdefABCDEFXYZ+/=-_\":,{}".charAt(random.nextInt(35));
            if (next != old) {
                return next;
            }
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
