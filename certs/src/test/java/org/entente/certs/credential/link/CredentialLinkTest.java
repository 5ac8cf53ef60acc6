package org.entente.certs.credential.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import org.entente.certs.key.Mutation;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.ledger.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialLinkTest {
    private static final LinkHost HOST = new LinkHost("https://verify.customs.example");
    private static final String ADDRESS = "https://verify.customs.example/c/AAECAwQFBgcICQoLDA0ODw";
    private static final String ZEROS = "A".repeat(43);
    private static final String TEXT = ADDRESS + "#" + ZEROS + "." + ZEROS;

    private final CredentialLink link = CredentialLink.create(HOST, Digest.of(new byte[] {1}), new SecureRandom());

    @Test
    void reads_what_it_writes() {
        assertThat(CredentialLink.parse(link.text())).isEqualTo(new Checked.Accepted<>(link, List.of()));
        assertThat(CredentialLink.parse(TEXT))
                .isEqualTo(new Checked.Accepted<>(
                        new CredentialLink(HOST, "AAECAwQFBgcICQoLDA0ODw", Digest.NONE, new byte[32]), List.of()));
    }

    @Test
    void keeps_hash_and_key_behind_the_fragment_and_out_of_logs() {
        String hash = link.text()
                .substring(
                        link.text().indexOf('#') + 1,
                        link.text().indexOf('.', link.text().indexOf('#')));

        assertThat(link.text()).startsWith(link.address() + "#" + hash + ".");
        assertThat(link.address()).doesNotContain("#", hash).startsWith("https://verify.customs.example/c/");
        assertThat(link.toString()).isEqualTo("CredentialLink[" + link.address() + "]");
    }

    @Test
    void fits_into_a_qr_code_of_version_8_with_error_correction_m() {
        // ISO/IEC 18004, table 7: 8-M holds 152 bytes
        assertThat(link.text().length()).isLessThanOrEqualTo(152);
    }

    @Test
    void never_gives_two_links_the_same_address_or_key() {
        CredentialLink other = CredentialLink.create(HOST, link.hash(), new SecureRandom());

        assertThat(other.opaque()).isNotEqualTo(link.opaque());
        assertThat(other.key()).isNotEqualTo(link.key());
        assertThat(other).isNotEqualTo(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://verify.customs.example/c/AAECAwQFBgcICQoLDA0ODw",
                " https://verify.customs.example/c/AAECAwQFBgcICQoLDA0ODw#H.H",
                "https://verify.customs.example/c/AAECAwQFBgcICQoLDA0ODw?x#H.H",
                "https://verify.customs.example/d/AAECAwQFBgcICQoLDA0ODw#H.H",
                "https://verify.customs.example/c/../AAECAwQFBgcICQoLDA0ODw#H.H",
                "https://verify.customs.example/c/AAECAwQFBgcICQoLDA0OD#H.H",
                "https://verify.customs.example/c/AAECAwQFBgcICQoLDA0ODx#H.H",
                "https://verify.customs.example/c/AAECAwQFBgcICQoLDA0ODw#H",
                "https://verify.customs.example/c/AAECAwQFBgcICQoLDA0ODw#H.H.H",
                "https://verify.customs.example/c/AAECAwQFBgcICQoLDA0ODw#H.HA",
                "https://verify.customs.example/c/AAECAwQFBgcICQoLDA0ODw#H.B",
                "HTTPS://verify.customs.example/c/AAECAwQFBgcICQoLDA0ODw#H.H",
                "javascript://verify.customs.example/c/AAECAwQFBgcICQoLDA0ODw#H.H",
                "https://officer@verify.customs.example/c/AAECAwQFBgcICQoLDA0ODw#H.H",
                "https://verify.customs.example\\@evil.example/c/AAECAwQFBgcICQoLDA0ODw#H.H",
                "ENT1:BB8"
            })
    void refuses_every_other_text(String pattern) {
        // H is a whole hash or key; B one whose spare bits are not zero
        String text =
                pattern.replace("#H", "#" + ZEROS).replace(".H", "." + ZEROS).replace(".B", "." + "A".repeat(42) + "B");

        assertThat(CredentialLink.parse(text))
                .isInstanceOfSatisfying(
                        Checked.Rejected.class,
                        rejected -> assertThat(((Finding) rejected.findings().getFirst()).code())
                                .isEqualTo(LinkCode.LINK_MALFORMED));
    }

    @Test
    void refuses_a_text_past_the_limit() {
        String long1 = "https://" + "a.".repeat(40) + "example/c/AAECAwQFBgcICQoLDA0ODw#" + ZEROS + "." + ZEROS;
        assertThat(CredentialLink.parse(long1)).isInstanceOf(Checked.Accepted.class);
        assertThat(CredentialLink.parse(TEXT + "x".repeat(CredentialLink.MAX_LENGTH)))
                .isInstanceOfSatisfying(
                        Checked.Rejected.class,
                        rejected -> assertThat(((Finding) rejected.findings().getFirst()).code())
                                .isEqualTo(LinkCode.LINK_TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://customs.example",
                "https://xn--fiqs8s.example:8443",
                "http://localhost:8080",
                "https://localhost",
                "https://a.b.c.d.example"
            })
    void takes_names(String origin) {
        assertThat(new LinkHost(origin).toString()).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://customs.example",
                "https://customs",
                "https://Customs.example",
                "https://127.0.0.1",
                "https://2130706433",
                "https://0x7f.1",
                "https://[::1]",
                "https://customs.example.",
                "https://-a.example",
                "https://a-.example",
                "https://a..example",
                "https://customs.example:0",
                "https://customs.example:443",
                "https://customs.example:65536",
                "https://customs.example/",
                "https://user@customs.example",
                "http://localhost.example",
                "ftp://localhost",
                ""
            })
    void refuses_addresses_and_other_spellings(String origin) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LinkHost(origin));
    }

    @Test
    void takes_a_name_of_a_hundred_characters_and_no_longer_one() {
        String name = "a.".repeat(46) + "examples";
        assertThat(name).hasSize(100);
        assertThat(new LinkHost("https://" + name).origin()).endsWith(name);
        assertThatIllegalArgumentException().isThrownBy(() -> new LinkHost("https://a" + name));
        assertThat(new LinkHost("https://customs.example:65535").origin()).endsWith("65535");
    }

    @Test
    void survives_mutated_links_each_with_one_spelling() {
        Random random = new Random(3986);
        byte[] bytes = link.text().getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 20_000; i++) {
            String text = new String(Mutation.of(bytes, random), StandardCharsets.ISO_8859_1);
            if (CredentialLink.parse(text) instanceof Checked.Accepted<CredentialLink> accepted) {
                assertThat(accepted.value().text()).isEqualTo(text);
            }
        }
    }
}
