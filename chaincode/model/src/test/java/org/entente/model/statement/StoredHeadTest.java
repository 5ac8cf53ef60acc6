package org.entente.model.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredHeadTest {
    private static final String HEX = "ab".repeat(32);
    private static final String GOLDEN = "{\"batch\":\"batch/" + HEX + "\",\"digest\":\"" + HEX + "\",\"sequence\":7}";

    @Test
    void writes_the_golden_bytes_and_reads_them_back() {
        StoredHead head = new StoredHead(new StreamHead(7, new Digest(HEX)), "batch/" + HEX);

        assertThat(new String(head.bytes(), UTF_8)).isEqualTo(GOLDEN);
        assertThat(StoredHead.read(head.bytes())).isEqualTo(new Checked.Accepted<>(head, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sequence\":7 | \"sequence\":0 | JSON_VALUE_INVALID",
                "\"sequence\":7 | \"sequence\":9007199254740992 | JSON_NUMBER_TOO_LARGE",
                "\"sequence\":7 | \"sequence\":\"7\" | JSON_TYPE_WRONG",
                "\"sequence\":7 | \"sequence\":7,\"z\":1 | JSON_MEMBER_UNKNOWN",
                "\"sequence\":7 | \"sequence\": 7 | JSON_NOT_CANONICAL",
                "\"batch\":\"batch/ab | \"batch\":\"batch/AB | JSON_VALUE_INVALID",
                "\"batch\":\"batch/ab | \"batch\":\"head/ab | JSON_VALUE_INVALID",
                "\"digest\":\"ab | \"digest\":\"b | JSON_VALUE_INVALID",
            })
    void refuses_other_forms(String part, String replacement, String code) {
        String altered = GOLDEN.replace(part.strip(), replacement.strip());

        assertThat(StoredHead.read(altered.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Checked.Rejected.class,
                        rejected -> assertThat(rejected.findings().toString()).contains(code));
    }

    @Test
    void refuses_the_digest_that_stands_before_a_stream() {
        String altered = GOLDEN.replace("\"digest\":\"" + HEX, "\"digest\":\"" + Digest.NONE);

        assertThat(StoredHead.read(altered.getBytes(UTF_8))).isInstanceOf(Checked.Rejected.class);
        assertThatThrownBy(() -> new StoredHead(StreamHead.START, "batch/" + HEX))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_more_bytes_than_the_limit() {
        assertThat(StoredHead.read(new byte[StoredHead.MAX_BYTES + 1])).isInstanceOf(Checked.Rejected.class);
    }
}
