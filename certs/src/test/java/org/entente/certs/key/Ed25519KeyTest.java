package org.entente.certs.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.statement.StatementSignatures;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.model.member.MemberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Ed25519KeyTest {
    private static final byte[] DATA = "data".getBytes(UTF_8);
    /** RFC 8032 section 7.1, test 1: an empty message. */
    private static final String SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";

    private static final String PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    private static final String SIGNATURE = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";

    @Test
    void signs_as_rfc_8032_through_either_provider() throws Exception {
        byte[] pkcs8 = HexFormat.of().parseHex("302e020100300506032b657004220420" + SEED);
        byte[] spki = KeyAlgorithm.ED25519.spki(HexFormat.of().parseHex(PUBLIC));
        byte[] expected = HexFormat.of().parseHex(SIGNATURE);
        SoftwareKey key = SoftwareKey.of(pkcs8, spki).orElseThrow();
        assertThat(key.sign(new byte[0])).isEqualTo(expected);
        assertThat(Ed25519.verifies(spki, new byte[0], expected)).isTrue();

        Ed25519Engine pureJava = EngineChoice.ed25519(new BouncyCastleProvider());
        assertThat(pureJava.sign(pureJava.privateKey(pkcs8), new byte[0])).isEqualTo(expected);
        assertThat(pureJava.verifies(spki, new byte[0], expected)).isTrue();
    }

    @Test
    void refuses_altered_data_signatures_and_keys() {
        SoftwareKey key = SoftwareKey.generate(KeyAlgorithm.ED25519);
        byte[] signature = key.sign(DATA);
        byte[] spki = key.publicKeySpki();
        assertThat(key.algorithm()).isEqualTo(KeyAlgorithm.ED25519);
        assertThat(Ed25519.verifies(spki, DATA, signature)).isTrue();
        for (int i = 0; i < signature.length; i++) {
            byte[] altered = signature.clone();
            altered[i] ^= 1;
            assertThat(Ed25519.verifies(spki, DATA, altered)).isFalse();
        }
        assertThat(Ed25519.verifies(spki, new byte[0], signature)).isFalse();
        assertThat(Ed25519.verifies(SoftwareKey.generate().publicKeySpki(), DATA, signature))
                .isFalse();
        assertThat(EcdsaP256.verifies(spki, DATA, signature)).isFalse();
        assertThat(SoftwareKey.of(
                        key.privateKey().getEncoded(),
                        SoftwareKey.generate(KeyAlgorithm.ED25519).publicKeySpki()))
                .isEmpty();
    }

    @Test
    void stands_in_a_pkcs12_file_for_credentials_and_signs_nothing_else(@TempDir Path folder) {
        Instant now = Instant.parse("2026-05-04T12:00:00Z");
        AgencyCa authority = AgencyCa.create(new MemberId("AU"), Validity.from(now, Duration.ofDays(700)));
        Validity validity = Validity.from(now.plusSeconds(60), Duration.ofDays(300));
        CertifiedKey key = authority.issueCredentialKey("credentials.AU", validity, KeyAlgorithm.ED25519);
        Path file = folder.resolve("credentials.p12");
        Pkcs12KeyStore.create(file, "secret".toCharArray(), key);

        CertifiedKey opened = Pkcs12KeyStore.open(file, "secret".toCharArray());

        assertThat(opened.certificate()).isEqualTo(key.certificate());
        assertThat(Ed25519.verifies(
                        key.key().publicKeySpki(), DATA, opened.key().sign(DATA)))
                .isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> StatementSignatures.signer(opened.key()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> authority.issue(
                        NodeRole.CLIENT, "node", validity, opened.key().publicKeySpki()));
    }
}
