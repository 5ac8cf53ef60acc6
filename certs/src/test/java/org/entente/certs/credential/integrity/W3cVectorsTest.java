package org.entente.certs.credential.integrity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.entente.certs.credential.did.Base58;
import org.entente.certs.credential.did.KeyAddress;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.key.SoftwareKey;
import org.entente.model.finding.Checked;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.CanonicalObject;
import org.entente.model.json.ReadJson;
import org.entente.model.json.StrictJson;
import org.entente.model.ledger.Digest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The test vectors of the Recommendations: W3C Data Integrity ECDSA Cryptosuites 1.0, appendix A.3, and EdDSA
 * Cryptosuites 1.0, appendix B.2; keys, hashes and signatures are theirs.
 */
class W3cVectorsTest {
    private static final String CONTEXT =
            "[\"https://www.w3.org/ns/credentials/v2\",\"https://www.w3.org/ns/credentials/examples/v2\"]";
    private static final String DOCUMENT = "{\"@context\":" + CONTEXT
            + ",\"credentialSubject\":{\"alumniOf\":\"The School of Examples\",\"id\":\"did:example:abcdefgh\"}"
            + ",\"description\":\"A minimum viable example of an Alumni Credential.\""
            + ",\"id\":\"urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33\""
            + ",\"issuer\":\"https://vc.example/issuers/5678\",\"name\":\"Alumni Credential\""
            + ",\"type\":[\"VerifiableCredential\",\"AlumniCredential\"],\"validFrom\":\"2023-01-01T00:00:00Z\"}";
    private static final String DOCUMENT_HASH = "59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19";
    private static final Instant CREATED = Instant.parse("2023-02-24T23:36:38Z");

    private static final String P256_KEY = "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP";
    private static final String P256_CONFIGURATION_HASH =
            "fe5799489119c7fe3c528715e72bd39d2ec6b4ab345978df32e9a9312648ec25";
    private static final String P256_SIGNATURE = "f15c3b599eb9b3cad05df9d8e8b39a70a86375833b53743c764ac0a88c4457d6"
            + "0707fd7d073e03d906130631d87803f80a9824dc9939632ba92d418181be9d16";
    private static final String P256_PROOF_VALUE =
            "z5ptCet75SaEgzG4v4zJhbJtfNi74Wv7Fq15hhKouJQQjEPQvPZKaYxcMXAMLPQS2FXrkCWokNJkFVkwxNzZfD5oT";

    private static final String ED25519_KEY = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    private static final String ED25519_SECRET = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq";
    private static final String ED25519_CONFIGURATION_HASH =
            "66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db";
    private static final String ED25519_SIGNATURE = "407cd12654b33d718ecbb99179a1506daaa849450bf3fc523cce3e1c96f8b803"
            + "51da3f253d725c6f00b07c9e5448d50b3ef78012b9ab54255116d069c6dd2808";
    private static final String ED25519_PROOF_VALUE =
            "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX";

    @Test
    void canonicalises_and_hashes_the_document_as_published() {
        assertThat(CanonicalJson.bytes(object(DOCUMENT))).isEqualTo(DOCUMENT.getBytes(UTF_8));
        assertThat(Digest.of(DOCUMENT.getBytes(UTF_8)).hex()).isEqualTo(DOCUMENT_HASH);
    }

    @Test
    void hashes_each_proof_configuration_as_published_and_before_the_document() {
        assertThat(hashData("ecdsa-jcs-2019", P256_KEY)).isEqualTo(P256_CONFIGURATION_HASH + DOCUMENT_HASH);
        assertThat(hashData("eddsa-jcs-2022", ED25519_KEY)).isEqualTo(ED25519_CONFIGURATION_HASH + DOCUMENT_HASH);
    }

    @Test
    void verifies_the_published_ecdsa_credential_and_none_altered() {
        verifies(Securing.ECDSA_JCS_2019, P256_KEY, P256_PROOF_VALUE, P256_SIGNATURE);
    }

    @Test
    void verifies_the_published_eddsa_credential_and_none_altered() {
        verifies(Securing.EDDSA_JCS_2022, ED25519_KEY, ED25519_PROOF_VALUE, ED25519_SIGNATURE);
    }

    @Test
    void signs_the_eddsa_credential_byte_for_byte_as_published() {
        byte[] seed = Base58.parseMultibase(ED25519_SECRET).orElseThrow();
        byte[] pkcs8 = HexFormat.of()
                .parseHex("302e020100300506032b657004220420"
                        + HexFormat.of().formatHex(Arrays.copyOfRange(seed, 2, seed.length)));
        byte[] spki = address(ED25519_KEY).selfContainedKey().orElseThrow();
        SoftwareKey key = SoftwareKey.of(pkcs8, spki).orElseThrow();

        CanonicalObject document = CanonicalObject.of(object(DOCUMENT));

        byte[] bytes = DataIntegrity.secure(document, key, address(ED25519_KEY), CREATED, Optional.empty());

        ObjectNode signed = object(new String(bytes, UTF_8));
        assertThat(CanonicalJson.bytes(signed)).isEqualTo(bytes);
        assertThat(signed.path("proof").path("proofValue").stringValue()).isEqualTo(ED25519_PROOF_VALUE);
        assertThat(signed).isEqualTo(secured("eddsa-jcs-2022", ED25519_KEY, ED25519_PROOF_VALUE));
    }

    private static void verifies(Securing securing, String key, String proofValue, String signature) {
        ObjectNode published = secured(securing.wire(), key, proofValue);
        SecuredCredential read = read(published);
        byte[] spki = address(key).selfContainedKey().orElseThrow();

        assertThat(read.securing()).isEqualTo(securing);
        assertThat(HexFormat.of().formatHex(read.signature())).isEqualTo(signature);
        assertThat(read.key()).isEqualTo(address(key));
        assertThat(read.signedAt()).contains(CREATED);
        assertThat(read.isSignedBy(spki)).isTrue();
        String other = securing == Securing.ECDSA_JCS_2019 ? ED25519_KEY : P256_KEY;
        assertThat(read.isSignedBy(address(other).selfContainedKey().orElseThrow()))
                .isFalse();
        assertThat(read(published.deepCopy().put("name", "Alumni credential")).isSignedBy(spki))
                .isFalse();
        ObjectNode later = published.deepCopy();
        ((ObjectNode) later.path("proof")).put("created", "2023-02-24T23:36:39Z");
        assertThat(read(later).isSignedBy(spki)).isFalse();
    }

    private static String hashData(String suite, String key) {
        return HexFormat.of()
                .formatHex(DataIntegrity.hashData(
                        CanonicalJson.bytes(object(proof(suite, key))), CanonicalJson.bytes(object(DOCUMENT))));
    }

    private static ObjectNode secured(String suite, String key, String proofValue) {
        ObjectNode secured = object(DOCUMENT);
        secured.set("proof", object(proof(suite, key)).put("proofValue", proofValue));
        return secured;
    }

    private static String proof(String suite, String key) {
        return "{\"@context\":" + CONTEXT + ",\"created\":\"" + CREATED + "\",\"cryptosuite\":\"" + suite
                + "\",\"proofPurpose\":\"assertionMethod\",\"type\":\"DataIntegrityProof\",\"verificationMethod\":\""
                + address(key) + "\"}";
    }

    private static KeyAddress address(String key) {
        return KeyAddress.parse("did:key:" + key + "#" + key).orElseThrow();
    }

    private static SecuredCredential read(ObjectNode secured) {
        return ((Checked.Accepted<SecuredCredential>) DataIntegrity.read(ReadJson.of(secured))).value();
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) ((Checked.Accepted<JsonNode>) StrictJson.parse(json.getBytes(UTF_8), 100_000)).value();
    }
}
