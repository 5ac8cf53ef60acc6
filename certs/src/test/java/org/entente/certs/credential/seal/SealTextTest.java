package org.entente.certs.credential.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.upokecenter.cbor.CBORObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.entente.certs.credential.seal.SealOutcome.Refused;
import org.entente.certs.credential.seal.SealOutcome.Undecided;
import org.entente.certs.credential.seal.SealOutcome.Verified;
import org.entente.certs.key.EcdsaP256;
import org.entente.certs.key.Mutation;
import org.entente.certs.key.SoftwareKey;
import org.entente.model.member.MemberId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTextTest {
    private static final SoftwareKey KEY = SoftwareKey.generate();
    private static final SealKeys KEYS = Seals.trusting(Seals.AU, KEY);
    private static final String TEXT = SealText.sign(Seals.ordinary(), KEY);
    private static final byte[] BYTES =
            Base45.decode(TEXT.substring(SealText.PREFIX.length())).orElseThrow();

    @Test
    void verifies_what_the_issuer_signed() {
        assertThat(SealText.isSeal(TEXT)).isTrue();
        assertThat(SealText.verify(TEXT, KEYS)).isEqualTo(new Verified(Seals.ordinary(), KEY.keyId()));
    }

    @Test
    void fits_into_a_qr_code_of_version_10_with_error_correction_m() {
        // ISO/IEC 18004, table 7: 10-M holds 311 alphanumeric characters
        assertThat(BYTES.length).isLessThanOrEqualTo(204);
        assertThat(TEXT.length()).isLessThanOrEqualTo(311);
    }

    @Test
    void carries_the_longest_certificate_too() {
        String text = SealText.sign(Seals.longest(), KEY);
        SealKeys late = (issuer, keyId) ->
                Optional.of(new SealKey(KEY.publicKeySpki(), Instant.parse("2026-01-01T00:00:00Z"), Optional.empty()));

        assertThat(text.length()).isLessThanOrEqualTo(SealText.MAX_LENGTH);
        assertThat(SealText.verify(text, late)).isEqualTo(new Verified(Seals.longest(), KEY.keyId()));
    }

    @Test
    void refuses_every_flipped_bit() {
        for (int bit = 0; bit < BYTES.length * 8; bit++) {
            byte[] flipped = BYTES.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(verify(flipped)).as("bit " + bit).isNotInstanceOf(Verified.class);
        }
    }

    @Test
    void refuses_every_other_character() {
        for (int at = 0; at < TEXT.length(); at++) {
            char[] other = TEXT.toCharArray();
            other[at] = other[at] == 'A' ? 'B' : 'A';
            assertThat(SealText.verify(new String(other), KEYS)).isNotInstanceOf(Verified.class);
        }
    }

    @Test
    void refuses_every_shorter_and_longer_text() {
        for (int length = 0; length < TEXT.length(); length++) {
            assertThat(SealText.verify(TEXT.substring(0, length), KEYS)).isInstanceOf(Refused.class);
        }
        for (String more : new String[] {"0", " ", "00", "000", "\n"}) {
            assertThat(SealText.verify(TEXT + more, KEYS)).isInstanceOf(Refused.class);
            assertThat(SealText.verify(more + TEXT, KEYS)).isInstanceOf(Refused.class);
        }
        assertThat(verify(Arrays.copyOf(BYTES, BYTES.length + 1)))
                .isEqualTo(new Refused(SealCode.SEAL_ENVELOPE_MALFORMED, BYTES.length + 1 + " bytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ENT1", "ent1:", "ENT2:BB8", "HC1:BB8", "https://customs.example/c/1#2", "\uD800"})
    void knows_what_is_no_seal(String text) {
        assertThat(SealText.isSeal(text)).isFalse();
        assertThat(SealText.verify(text, KEYS)).isEqualTo(new Refused(SealCode.SEAL_PREFIX_WRONG, ""));
    }

    @Test
    void refuses_a_text_past_the_limit_and_looks_at_one_that_reaches_it() {
        String fill = "0".repeat(SealText.MAX_LENGTH - SealText.PREFIX.length());

        assertThat(SealText.verify(SealText.PREFIX + fill, KEYS))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isNotEqualTo(SealCode.SEAL_TOO_LARGE));
        assertThat(SealText.verify(SealText.PREFIX + fill + "0", KEYS))
                .isEqualTo(new Refused(SealCode.SEAL_TOO_LARGE, "801 characters"));
        assertThat(SealText.verify("ENT1:bb8", KEYS)).isEqualTo(new Refused(SealCode.SEAL_TEXT_MALFORMED, ""));
    }

    @Test
    void cannot_say_without_the_issuers_key() {
        SealKeys nobody = (issuer, keyId) -> Optional.empty();

        assertThat(SealText.verify(TEXT, nobody)).isInstanceOfSatisfying(Undecided.class, undecided -> {
            assertThat(undecided.code()).isEqualTo(SealCode.SEAL_KEY_UNKNOWN);
            assertThat(undecided.claimed()).isEqualTo(Seals.ordinary());
        });
        assertThat(SealText.verify(TEXT, Seals.trusting(new MemberId("CN"), KEY)))
                .isInstanceOf(Undecided.class);
    }

    @Test
    void refuses_a_seal_that_another_key_made_under_the_issuers_key_id() {
        SealKeys wrong = (issuer, keyId) ->
                Optional.of(new SealKey(SoftwareKey.generate().publicKeySpki(), Instant.EPOCH, Optional.empty()));

        assertThat(SealText.verify(TEXT, wrong)).isEqualTo(new Refused(SealCode.SEAL_SIGNATURE_INVALID, ""));
    }

    @Test
    void refuses_a_signature_with_the_higher_s() {
        CoseSign1 message = CoseSign1.decode(BYTES).orElseThrow();
        byte[] high = HigherS.of(message.signature());
        byte[] altered = new CoseSign1(message.keyId(), message.payload(), high).encode();

        assertThat(EcdsaP256.ofFixedWidth(high)).isPresent();
        assertThat(verify(altered)).isEqualTo(new Refused(SealCode.SEAL_SIGNATURE_INVALID, ""));
    }

    @Test
    void takes_a_key_that_counted_at_some_time_on_the_day_of_issue_and_no_other() {
        // the day lasts from 04T10:00Z at UTC+14 to 06T12:00Z at UTC-12
        assertThat(verify("2026-03-06T11:59:59Z", null)).isInstanceOf(Verified.class);
        assertNotThen(verify("2026-03-06T12:00:00Z", null));
        assertThat(verify("2026-01-01T00:00:00Z", "2026-03-04T10:00:01Z")).isInstanceOf(Verified.class);
        assertNotThen(verify("2026-01-01T00:00:00Z", "2026-03-04T10:00:00Z"));
    }

    @Test
    void survives_mutated_bytes_and_verifies_none() {
        Random random = new Random(9052);
        for (int i = 0; i < 20_000; i++) {
            byte[] mutated = Mutation.of(BYTES, random);
            if (!Arrays.equals(mutated, BYTES)) {
                assertThat(verify(mutated)).isNotInstanceOf(Verified.class);
            }
        }
    }

    @Test
    void survives_random_bytes() {
        Random random = new Random(8949);
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(500)];
            random.nextBytes(noise);
            assertThat(verify(noise)).isInstanceOf(Refused.class);
            assertThat(SealContent.decode(noise)).isEmpty();
        }
        byte[] nested = new byte[500];
        Arrays.fill(nested, (byte) 0x81);
        assertThat(verify(nested)).isInstanceOf(Refused.class);
    }

    @Test
    void another_cose_reader_finds_what_the_rfc_describes() {
        CBORObject array = CBORObject.DecodeFromBytes(BYTES);
        CBORObject header = CBORObject.DecodeFromBytes(array.get(0).GetByteString());

        assertThat(array.size()).isEqualTo(4);
        assertThat(header.get(1).AsInt32()).as("ES256, RFC 9053").isEqualTo(-7);
        assertThat(header.get(4).GetByteString()).as("kid").hasSize(16);
        assertThat(array.get(1).size()).isZero();
        assertThat(array.get(3).GetByteString()).hasSize(64);
    }

    @Test
    void ends_after_its_last_day() {
        Seal seal = Seals.ordinary();
        assertThat(seal.hasEnded(LocalDate.of(2027, 3, 5))).isFalse();
        assertThat(seal.hasEnded(LocalDate.of(2027, 3, 6))).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new SealStatus(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SealStatus(0, -1));
    }

    private static SealOutcome verify(byte[] bytes) {
        return SealText.verify(SealText.PREFIX + Base45.encode(bytes), KEYS);
    }

    private static SealOutcome verify(String from, @Nullable String until) {
        SealKey key = new SealKey(
                KEY.publicKeySpki(),
                Instant.parse(from),
                Optional.ofNullable(until).map(Instant::parse));
        return SealText.verify(TEXT, (issuer, keyId) -> Optional.of(key));
    }

    private static void assertNotThen(SealOutcome outcome) {
        assertThat(outcome).isEqualTo(new Refused(SealCode.SEAL_KEY_NOT_VALID_THEN, "issued on 2026-03-05"));
    }
}
