package org.entente.certs.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.entente.certs.key.SoftwareKey;
import org.entente.model.statement.BatchSigner;
import org.entente.model.statement.SignatureCheck;
import org.junit.jupiter.api.Test;

class StatementSignaturesTest {
    private static final byte[] HEADER = {'{', '}'};

    private final SoftwareKey key = SoftwareKey.generate();
    private final BatchSigner signer = StatementSignatures.signer(key);
    private final SignatureCheck check = StatementSignatures.check();

    @Test
    void what_a_signer_signs_the_check_verifies_under_the_same_key_id() {
        assertThat(signer.keyId()).isEqualTo(key.keyId());
        assertThat(check.verifies(key.publicKeySpki(), HEADER, signer.sign(HEADER)))
                .isTrue();
    }

    @Test
    void verifies_neither_other_bytes_nor_another_key_nor_rubbish() {
        byte[] signature = signer.sign(HEADER);

        assertThat(check.verifies(key.publicKeySpki(), new byte[] {'['}, signature))
                .isFalse();
        assertThat(check.verifies(SoftwareKey.generate().publicKeySpki(), HEADER, signature))
                .isFalse();
        assertThat(check.verifies(new byte[0], HEADER, signature)).isFalse();
        assertThat(check.verifies(key.publicKeySpki(), HEADER, new byte[0])).isFalse();
    }
}
