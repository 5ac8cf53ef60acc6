package org.entente.certs.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcdsaP256Test {
    private static final BigInteger ORDER =
            ECNamedCurveTable.getParameterSpec("secp256r1").getN();
    private static final byte[] DATA = "a batch header".getBytes(StandardCharsets.UTF_8);

    private final SoftwareKey key = SoftwareKey.generate();
    private final byte[] spki = key.publicKeySpki();

    @Test
    void verifies_what_the_key_signed_and_nothing_else() {
        byte[] signature = key.sign(DATA);

        assertThat(EcdsaP256.verifies(spki, DATA, signature)).isTrue();
        assertThat(EcdsaP256.verifies(spki, "another header".getBytes(StandardCharsets.UTF_8), signature))
                .isFalse();
        assertThat(EcdsaP256.verifies(SoftwareKey.generate().publicKeySpki(), DATA, signature))
                .isFalse();
    }

    @Test
    void always_signs_with_the_lower_s() {
        for (int i = 0; i < 64; i++) {
            EcdsaSignature signature = EcdsaSignature.parse(key.sign(DATA)).orElseThrow();
            assertThat(signature.s()).isLessThanOrEqualTo(ORDER.shiftRight(1));
        }
    }

    @Test
    void refuses_the_same_signature_with_the_higher_s() throws Exception {
        EcdsaSignature low = EcdsaSignature.parse(key.sign(DATA)).orElseThrow();
        byte[] high = new EcdsaSignature(low.r(), ORDER.subtract(low.s())).der();

        assertThat(jdkVerifies(spki, high)).as("mathematically it is good").isTrue();
        assertThat(EcdsaP256.verifies(spki, DATA, high)).isFalse();
        assertThat(EcdsaP256.withLowS(high)).hasValue(low.der());
        assertThat(EcdsaP256.withLowS(low.der())).hasValue(low.der());
        assertThat(EcdsaP256.withLowS(new byte[8])).isEmpty();
    }

    @Test
    void many_threads_sign_and_verify_with_keys_of_their_own_and_a_refusal_spoils_no_other_verdict() {
        List<SoftwareKey> keys = Stream.generate(SoftwareKey::generate).limit(8).toList();
        long right = IntStream.range(0, 2_000)
                .parallel()
                .filter(i -> {
                    SoftwareKey own = keys.get(i % 8);
                    byte[] data = ("message " + i).getBytes(StandardCharsets.US_ASCII);
                    byte[] signature = own.sign(data);
                    return !EcdsaP256.verifies(keys.get((i + 1) % 8).publicKeySpki(), data, signature)
                            && !EcdsaP256.verifies(own.publicKeySpki(), DATA, signature)
                            && EcdsaP256.verifies(own.publicKeySpki(), data, signature);
                })
                .count();
        assertThat(right).isEqualTo(2_000);
    }

    @Test
    void takes_either_half_of_s_in_fixed_width_and_nothing_else() {
        EcdsaSignature low = EcdsaSignature.parse(key.sign(DATA)).orElseThrow();
        EcdsaSignature high = new EcdsaSignature(low.r(), ORDER.subtract(low.s()));
        byte[] changed = low.fixedWidth();
        changed[63] ^= 1;

        assertThat(EcdsaP256.verifiesFixedWidth(spki, DATA, low.fixedWidth())).isTrue();
        assertThat(EcdsaP256.verifiesFixedWidth(spki, DATA, high.fixedWidth())).isTrue();
        assertThat(EcdsaP256.verifiesFixedWidth(spki, DATA, changed)).isFalse();
        assertThat(EcdsaP256.verifiesFixedWidth(spki, DATA, new byte[64])).isFalse();
        assertThat(EcdsaP256.verifiesFixedWidth(spki, DATA, Arrays.copyOf(low.fixedWidth(), 63)))
                .isFalse();
        assertThat(EcdsaP256.verifiesFixedWidth(new byte[91], DATA, low.fixedWidth()))
                .isFalse();
    }

    @Test
    void takes_s_at_half_the_order_for_low_and_one_more_for_high() {
        BigInteger half = ORDER.shiftRight(1);

        assertThat(new EcdsaSignature(BigInteger.ONE, half).isLow()).isTrue();
        assertThat(new EcdsaSignature(BigInteger.ONE, half.add(BigInteger.ONE)).isLow())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "3000",
                "3006020100020100", // r = s = 0
                "3006020101020100", // s = 0
                "30060201010201ff", // s negative
                "300702020001020101", // r padded
                "308106020101020101", // long form of the length
                "300602010102010100", // a byte after the end
                "3080020101020101" + "0000", // indefinite length
                "3006030101020101", // no INTEGER
                "3026022100ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551020101" // r = n
            })
    void refuses_every_other_encoding(String hex) {
        assertThat(EcdsaP256.verifies(spki, DATA, HexFormat.of().parseHex(hex))).isFalse();
    }

    @Test
    void survives_mutated_signatures_and_keys_and_verifies_none() {
        Random random = new Random(20_260_503);
        byte[] signature = key.sign(DATA);
        for (int i = 0; i < 20_000; i++) {
            byte[] mutated = Mutation.of(signature, random);
            byte[] mutatedKey = Mutation.of(spki, random);
            assertThat(EcdsaP256.verifies(spki, DATA, mutated)).isEqualTo(Arrays.equals(mutated, signature));
            assertThat(EcdsaP256.verifies(mutatedKey, DATA, signature)).isEqualTo(Arrays.equals(mutatedKey, spki));
        }
    }

    @Test
    void refuses_a_point_off_the_curve_another_curve_and_a_compressed_point() throws Exception {
        byte[] offCurve = spki.clone();
        offCurve[90] ^= 1;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        byte[] compressed = HexFormat.of()
                .parseHex("3039301306072a8648ce3d020106082a8648ce3d030107032200" + (spki[90] % 2 == 0 ? "02" : "03")
                        + HexFormat.of().formatHex(spki, 27, 59));

        assertThat(EcdsaP256.isPublicKey(spki)).isTrue();
        assertThat(EcdsaP256.isPublicKey(offCurve)).isFalse();
        assertThat(EcdsaP256.isPublicKey(generator.generateKeyPair().getPublic().getEncoded()))
                .isFalse();
        assertThat(EcdsaP256.isPublicKey(compressed)).isFalse();
    }

    @Test
    void writes_a_signature_in_fixed_width_and_reads_it_back() {
        for (int i = 0; i < 600; i++) {
            byte[] der = key.sign(DATA);
            byte[] fixed = EcdsaP256.toFixedWidth(der).orElseThrow();
            assertThat(fixed).hasSize(64);
            assertThat(EcdsaP256.ofFixedWidth(fixed)).hasValue(der);
        }
        byte[] one = new byte[64];
        one[31] = 1;
        one[63] = 1;
        assertThat(EcdsaP256.ofFixedWidth(one)).hasValue(HexFormat.of().parseHex("3006020101020101"));
        assertThat(EcdsaP256.toFixedWidth(HexFormat.of().parseHex("3006020101020101")))
                .hasValue(one);
    }

    @Test
    void refuses_a_fixed_width_signature_of_another_length_or_outside_the_order() {
        byte[] fixed = EcdsaP256.toFixedWidth(key.sign(DATA)).orElseThrow();
        byte[] order = new byte[64];
        Arrays.fill(order, (byte) 1);
        System.arraycopy(ORDER.toByteArray(), 1, order, 32, 32);

        assertThat(EcdsaP256.ofFixedWidth(Arrays.copyOf(fixed, 63))).isEmpty();
        assertThat(EcdsaP256.ofFixedWidth(Arrays.copyOf(fixed, 65))).isEmpty();
        assertThat(EcdsaP256.ofFixedWidth(new byte[64])).isEmpty();
        assertThat(EcdsaP256.ofFixedWidth(order)).isEmpty();
        assertThat(EcdsaP256.toFixedWidth(fixed)).isEmpty();
    }

    @Test
    void the_jdk_alone_verifies_our_signature_and_we_verify_its() throws Exception {
        assertThat(jdkVerifies(spki, key.sign(DATA))).isTrue();

        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", "SunEC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        Signature signature = Signature.getInstance("SHA256withECDSA", "SunEC");
        signature.initSign(pair.getPrivate());
        signature.update(DATA);
        byte[] low = EcdsaSignature.parse(signature.sign()).orElseThrow().low().der();
        assertThat(EcdsaP256.verifies(pair.getPublic().getEncoded(), DATA, low)).isTrue();
    }

    @Test
    void the_pure_java_provider_agrees_with_the_chosen_one_in_both_directions() {
        EcdsaEngine pureJava = EngineChoice.choose("BC");
        var pair = pureJava.generate();

        assertThat(pureJava.name()).isEqualTo("BC");
        assertThat(EcdsaP256.provider()).isIn("BC", "AmazonCorrettoCryptoProvider");
        assertThat(pureJava.verifies(spki, DATA, key.sign(DATA))).isTrue();
        assertThat(EcdsaP256.verifies(pair.getPublic().getEncoded(), DATA, pureJava.sign(pair.getPrivate(), DATA)))
                .isTrue();
        byte[] offCurve = spki.clone();
        offCurve[90] ^= 1;
        assertThat(pureJava.publicKey(offCurve)).isEmpty();
    }

    @Test
    void names_a_key_by_half_the_hash_of_its_public_bytes() {
        assertThat(EcdsaP256.keyId(new byte[0])).isEqualTo("e3b0c44298fc1c149afbf4c8996fb924");
        assertThat(key.keyId()).isEqualTo(EcdsaP256.keyId(spki)).matches("[0-9a-f]{32}");
        assertThat(key).hasToString("SoftwareKey[" + key.keyId() + "]");
    }

    @Test
    void refuses_a_public_key_that_is_not_the_private_ones() {
        byte[] pkcs8 = key.privateKey().getEncoded();

        assertThat(SoftwareKey.of(pkcs8, spki)).isPresent();
        assertThat(SoftwareKey.of(pkcs8, SoftwareKey.generate().publicKeySpki()))
                .isEmpty();
        assertThat(SoftwareKey.of(new byte[] {1, 2, 3}, spki)).isEmpty();
    }

    private static boolean jdkVerifies(byte[] spki, byte[] signature) throws Exception {
        var key = KeyFactory.getInstance("EC", "SunEC").generatePublic(new X509EncodedKeySpec(spki));
        Signature verifier = Signature.getInstance("SHA256withECDSA", "SunEC");
        verifier.initVerify(key);
        verifier.update(DATA);
        return verifier.verify(signature);
    }
}
