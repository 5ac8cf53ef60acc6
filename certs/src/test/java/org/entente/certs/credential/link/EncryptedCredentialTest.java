package org.entente.certs.credential.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.ledger.Digest;
import org.junit.jupiter.api.Test;

class EncryptedCredentialTest {
    private static final LinkHost HOST = new LinkHost("https://verify.customs.example");
    private static final byte[] CREDENTIAL = "header.payload.signature".getBytes(StandardCharsets.US_ASCII);

    private final SecureRandom random = new SecureRandom();
    private final CredentialLink link = CredentialLink.create(HOST, Digest.of(CREDENTIAL), random);
    private final byte[] stored = EncryptedCredential.seal(link, CREDENTIAL, random);

    @Test
    void opens_with_the_link_that_it_was_sealed_for() {
        assertThat(EncryptedCredential.open(link, stored))
                .isInstanceOfSatisfying(
                        Checked.Accepted.class,
                        accepted -> assertThat((byte[]) accepted.value()).isEqualTo(CREDENTIAL));
    }

    @Test
    void the_stored_bytes_tell_nothing_and_differ_each_time() {
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("payload");
        assertThat(EncryptedCredential.seal(link, CREDENTIAL, random)).isNotEqualTo(stored);
        assertThat(stored).hasSize(CREDENTIAL.length + 29);
    }

    @Test
    void refuses_every_flipped_bit_and_every_cut() {
        for (int bit = 0; bit < stored.length * 8; bit++) {
            byte[] flipped = stored.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertCode(link, flipped, bit < 8 ? LinkCode.LINK_CONTENT_MALFORMED : LinkCode.LINK_KEY_WRONG);
        }
        for (int length = 0; length < stored.length; length++) {
            assertCode(
                    link,
                    Arrays.copyOf(stored, length),
                    length <= 29 ? LinkCode.LINK_CONTENT_MALFORMED : LinkCode.LINK_KEY_WRONG);
        }
    }

    @Test
    void refuses_another_key_and_another_address() {
        CredentialLink other = CredentialLink.create(HOST, link.hash(), random);

        assertCode(new CredentialLink(HOST, link.opaque(), link.hash(), other.key()), stored, LinkCode.LINK_KEY_WRONG);
        assertCode(new CredentialLink(HOST, other.opaque(), link.hash(), link.key()), stored, LinkCode.LINK_KEY_WRONG);
    }

    @Test
    void refuses_another_credential_under_the_same_key() {
        CredentialLink printed = new CredentialLink(HOST, link.opaque(), Digest.NONE, link.key());

        assertCode(printed, stored, LinkCode.LINK_HASH_MISMATCH);
    }

    @Test
    void keeps_to_the_limit_on_both_ways() {
        byte[] longest = new byte[EncryptedCredential.MAX_PLAIN_BYTES];
        CredentialLink big = CredentialLink.create(HOST, Digest.of(longest), random);
        byte[] sealed = EncryptedCredential.seal(big, longest, random);

        assertThat(EncryptedCredential.open(big, sealed)).isInstanceOf(Checked.Accepted.class);
        assertCode(big, Arrays.copyOf(sealed, sealed.length + 1), LinkCode.LINK_CONTENT_MALFORMED);
        byte[] longer = new byte[EncryptedCredential.MAX_PLAIN_BYTES + 1];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EncryptedCredential.seal(
                        CredentialLink.create(HOST, Digest.of(longer), random), longer, random));
        assertThatIllegalArgumentException().isThrownBy(() -> EncryptedCredential.seal(link, longest, random));
    }

    private static void assertCode(CredentialLink link, byte[] stored, LinkCode code) {
        assertThat(EncryptedCredential.open(link, stored))
                .isInstanceOfSatisfying(
                        Checked.Rejected.class,
                        rejected -> assertThat(((Finding) rejected.findings().getFirst()).code())
                                .isEqualTo(code));
    }
}
