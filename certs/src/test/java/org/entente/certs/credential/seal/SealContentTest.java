package org.entente.certs.credential.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.entente.certs.key.Mutation;
import org.entente.model.ledger.Digest;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.origin.certificate.CountryCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealContentTest {
    @Test
    void gives_back_what_was_written() {
        assertThat(SealContent.decode(SealContent.encode(Seals.ordinary()))).hasValue(Seals.ordinary());
        assertThat(SealContent.decode(SealContent.encode(Seals.longest()))).hasValue(Seals.longest());
    }

    @Test
    void has_the_bytes_of_decision_0008() {
        assertThat(HexFormat.of().formatHex(SealContent.encode(Seals.ordinary())))
                .isEqualTo("ab0001" + "01624155" + "0266434841465441" + "047053414d504c452d41552d303030313233"
                        + "0662434e" + "0703" + "08831a0010a1d501634b474d" + "0a195025" + "0b195192"
                        + "0c5820" + Seals.ordinary().credential() + "0d82031a00017167");
    }

    @Test
    void tells_one_origin_several_and_the_issuers_apart() {
        for (Optional<CountryCode> origin : List.of(
                Optional.of(new CountryCode("AU")),
                Optional.of(new CountryCode("NZ")),
                Optional.<CountryCode>empty())) {
            Seal seal = withOrigin(origin);
            assertThat(SealContent.decode(SealContent.encode(seal))).hasValue(seal);
        }
        assertRefused(map -> map.Add(5, "AU"));
    }

    @Test
    void refuses_other_bytes_of_the_same_meaning() {
        assertRefused(map -> map.Add(3, "CHAFTA"));
        assertRefused(
                map -> map.Set(8, CBORObject.NewArray().Add(10_900_050).Add(2).Add("KGM")));
        byte[] bytes = SealContent.encode(Seals.ordinary());
        String hex = HexFormat.of().formatHex(bytes);
        assertNoContent("b80c" + hex.substring(2));
        assertNoContent("bf" + hex.substring(2) + "ff");
        assertNoContent(hex + "00");
        assertNoContent("d9d9f7" + hex);
        assertNoContent(hex.replace("0703", "071803"));
        assertNoContent(hex.replace("0001" + "01624155", "01624155" + "0001"));
        assertThat(SealContent.decode(CBORObject.DecodeFromBytes(bytes)
                        .EncodeToBytes(new CBOREncodeOptions("useindeflengthstrings=true"))))
                .as("unchanged: short strings have no indefinite length")
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 6, 7, 10, 11, 12})
    void refuses_a_missing_member(int key) {
        assertRefused(map -> map.Remove(CBORObject.FromObject(key)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 6, 7, 8, 10, 11, 12, 13})
    void refuses_a_member_of_another_type(int key) {
        assertRefused(map -> map.Set(key, CBORObject.NewMap()));
        assertRefused(map -> map.Set(key, CBORObject.True));
        assertRefused(map -> map.Set(key, CBORObject.FromObject(1.5)));
        assertRefused(map -> map.Set(key, CBORObject.FromObjectAndTag(1, 1)));
        assertRefused(
                map -> map.Set(key, CBORObject.DecodeFromBytes(HexFormat.of().parseHex("c48221196ab3"))));
    }

    @Test
    void refuses_unknown_members_and_values_outside_the_limits() {
        assertRefused(map -> map.Add(14, 1));
        assertRefused(map -> map.Add("x", 1));
        assertRefused(map -> map.Set(0, 2));
        assertRefused(map -> map.Set(1, "au"));
        assertRefused(map -> map.Set(7, 0));
        assertRefused(map -> map.Set(7, 501));
        assertRefused(map -> map.Set(7, 1L << 32 | 3));
        assertRefused(map -> map.Set(8, CBORObject.NewArray().Add(1).Add(7).Add("KGM")));
        assertRefused(map -> map.Set(8, CBORObject.NewArray().Add(0).Add(0).Add("KGM")));
        assertRefused(
                map -> map.Set(8, CBORObject.NewArray().Add(1).Add(0).Add("KGM").Add(0)));
        assertRefused(map -> map.Set(10, -1));
        assertRefused(map -> map.Set(10, Long.MAX_VALUE));
        assertRefused(map -> map.Set(11, 20_000));
        assertRefused(map -> map.Set(12, new byte[31]));
        assertRefused(map -> map.Set(13, CBORObject.NewArray().Add(-1).Add(0)));
        assertRefused(map -> map.Set(13, CBORObject.NewArray().Add(1).Add(1L << 31)));
        assertThat(SealContent.decode(alter(map -> map.Set(7, 500)))).isPresent();
    }

    @Test
    void survives_mutated_content() {
        Random random = new Random(4);
        byte[] bytes = SealContent.encode(Seals.longest());
        for (int i = 0; i < 50_000; i++) {
            byte[] mutated = Mutation.of(bytes, random);
            SealContent.decode(mutated)
                    .ifPresent(seal -> assertThat(SealContent.encode(seal)).isEqualTo(mutated));
        }
    }

    @Test
    void takes_its_facts_from_the_certificate() throws IOException {
        Certificate certificate = sample("chafta-clean.json");
        Seal seal = Seal.of(certificate, LocalDate.of(2027, 3, 5), Digest.NONE, Optional.empty());

        assertThat(seal.id()).isEqualTo(certificate.id());
        assertThat(seal.origin()).hasValue(new CountryCode("AU"));
        assertThat(seal.items()).isEqualTo(certificate.items().size());
        assertThat(seal.quantity()).as("tonnes and litres have no sum").isEmpty();
        assertThat(seal.value()).as("no item states one").isEmpty();
        assertThat(SealContent.decode(SealContent.encode(seal))).hasValue(seal);
    }

    @Test
    void refuses_days_in_the_wrong_order() {
        Seal seal = Seals.ordinary();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Seal(
                        seal.id(),
                        seal.form(),
                        seal.origin(),
                        seal.importCountry(),
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Seals.ISSUED,
                        Seals.ISSUED.minusDays(1),
                        Digest.NONE,
                        Optional.empty()));
    }

    private static Seal withOrigin(Optional<CountryCode> origin) {
        Seal seal = Seals.ordinary();
        return new Seal(
                seal.id(),
                "D",
                origin,
                seal.importCountry(),
                seal.items(),
                Optional.empty(),
                seal.value(),
                seal.issuedOn(),
                seal.validUntil(),
                seal.credential(),
                seal.status());
    }

    private static byte[] alter(Consumer<CBORObject> change) {
        CBORObject map = CBORObject.DecodeFromBytes(SealContent.encode(Seals.ordinary()));
        change.accept(map);
        return map.EncodeToBytes(new CBOREncodeOptions("ctap2canonical=true"));
    }

    private static void assertRefused(Consumer<CBORObject> change) {
        CBORObject map = CBORObject.DecodeFromBytes(SealContent.encode(Seals.ordinary()));
        change.accept(map);
        assertThat(SealContent.decode(map.EncodeToBytes())).isEmpty();
    }

    private static void assertNoContent(String hex) {
        assertThat(SealContent.decode(HexFormat.of().parseHex(hex))).isEmpty();
    }

    private static Certificate sample(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("..", "docs", "samples").resolve(name));
        return CertificateJson.parse(bytes).certificate().orElseThrow();
    }
}
