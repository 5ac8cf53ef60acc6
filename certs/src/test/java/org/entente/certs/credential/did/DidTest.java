package org.entente.certs.credential.did;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.entente.certs.key.KeyAlgorithm;
import org.entente.certs.key.SoftwareKey;
import org.entente.model.finding.Checked;
import org.entente.model.json.CanonicalJson;
import org.entente.model.ledger.Position;
import org.entente.model.member.KeyPurpose;
import org.entente.model.member.VerificationKey;
import org.entente.model.trust.TrustedIssuer;
import org.entente.model.trust.TrustedKey;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DidTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @Test
    void names_hosts_in_one_spelling() {
        assertThat(DidWeb.host("did:web:customs.example.au")).contains("customs.example.au");
        assertThat(DidWeb.of("localhost:8443")).isEqualTo("did:web:localhost%3A8443");
        assertThat(DidWeb.host("did:web:localhost%3A8443")).contains("localhost:8443");
        assertThat(DidWeb.documentAddress("did:web:customs.example.au"))
                .isEqualTo("https://customs.example.au/.well-known/did.json");
        for (String wrong : List.of(
                "did:web:",
                "did:key:z6Mk",
                "did:web:Customs.example",
                "did:web:customs.example:path",
                "did:web:customs.example/x",
                "did:web:localhost:8443",
                "did:web:localhost%3a8443",
                "did:web:a..b",
                "did:web:-a",
                "did:web:a%2Fb",
                "did:web:user@host",
                "did:web:" + "a".repeat(254))) {
            assertThat(DidWeb.host(wrong)).as(wrong).isEmpty();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> DidWeb.of("a/b"));
    }

    /** W3C Data Integrity EdDSA 1.0 appendix B and did:key 0.9: a key of each kind, as published. */
    @Test
    void writes_and_reads_keys_as_published() {
        assertThat(Multikey.parse("z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp")
                        .map(spki -> HexFormat.of().formatHex(KeyAlgorithm.ED25519.publicBytes(spki))))
                .contains("3b6a27bcceb6a42d62a3a8d02a6f0d73653215771de243a63ac048a18b59da29");
        for (String key : List.of(
                "z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWp",
                "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
                "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP")) {
            assertThat(Multikey.parse(key).map(Multikey::write)).contains(key);
        }
    }

    @Test
    void reads_back_every_key_and_no_other_length() {
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            for (int i = 0; i < 20; i++) {
                byte[] spki = SoftwareKey.generate(algorithm).publicKeySpki();
                assertThat(Multikey.parse(Multikey.write(spki)))
                        .hasValueSatisfying(read -> assertThat(read).isEqualTo(spki));
                KeyAddress address = KeyAddress.didKey(spki);
                assertThat(KeyAddress.parse(address.toString())).contains(address);
                assertThat(address.selfContainedKey())
                        .hasValueSatisfying(read -> assertThat(read).isEqualTo(spki));
                byte[] whole = Base58.parseMultibase(Multikey.write(spki)).orElseThrow();
                assertThat(Multikey.parse(Base58.multibase(Arrays.copyOf(whole, whole.length - 1))))
                        .isEmpty();
                assertThat(Multikey.parse(Base58.multibase(Arrays.copyOf(whole, whole.length + 1))))
                        .isEmpty();
            }
        }
        byte[] offCurve = new byte[35];
        offCurve[0] = (byte) 0x80;
        offCurve[1] = 0x24;
        Arrays.fill(offCurve, 2, 35, (byte) 0xff);
        assertThat(Multikey.parse(Base58.multibase(offCurve))).isEmpty();
    }

    @Test
    void spells_every_sequence_of_bytes_once_in_base58() {
        Random random = new Random(58);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(80) + 1];
            random.nextBytes(bytes);
            Arrays.fill(bytes, 0, random.nextInt(3) % bytes.length, (byte) 0);
            String text = Base58.multibase(bytes);
            assertThat(Base58.parseMultibase(text))
                    .hasValueSatisfying(read -> assertThat(read).isEqualTo(bytes));
        }
        for (String wrong : List.of("", "z", "m123", "z0", "zO", "zI", "zl", "z 1", "z".repeat(201))) {
            assertThat(Base58.parseMultibase(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void serves_each_credential_key_twice_with_its_end_and_no_withdrawn_one() {
        SoftwareKey current = SoftwareKey.generate();
        SoftwareKey second = SoftwareKey.generate(KeyAlgorithm.ED25519);
        SoftwareKey gone = SoftwareKey.generate();
        String did = "did:web:customs.example.au";
        TrustedIssuer issuer = new TrustedIssuer(
                "Customs",
                did,
                List.of(
                        key(current, Optional.empty()),
                        key(second, Optional.empty()),
                        key(gone, Optional.of(new Position(1, 0, 0)))),
                List.of());

        String document = new String(DidDocument.bytes(issuer), UTF_8);

        JsonNode json =
                ((Checked.Accepted<JsonNode>) CanonicalJson.parseCanonical(document.getBytes(UTF_8), 10_000)).value();
        assertThat(json.path("verificationMethod").size()).isEqualTo(4);
        assertThat(json.path("assertionMethod").size()).isEqualTo(4);
        assertThat(document)
                .contains(did + "#" + current.keyId(), did + "#" + current.keyId() + ".jwk")
                .contains(Multikey.write(current.publicKeySpki()), Multikey.write(second.publicKeySpki()))
                .contains("\"expires\":\"2028-05-04T12:00:00Z\"", "\"crv\":\"P-256\"", "\"crv\":\"Ed25519\"")
                .doesNotContain(gone.keyId());
    }

    private static TrustedKey key(SoftwareKey key, Optional<Position> withdrawn) {
        return new TrustedKey(
                new VerificationKey(
                        key.keyId(),
                        key.publicKeySpki(),
                        Set.of(KeyPurpose.CREDENTIAL),
                        NOON,
                        Optional.of(Instant.parse("2028-05-04T12:00:00Z"))),
                withdrawn);
    }
}
