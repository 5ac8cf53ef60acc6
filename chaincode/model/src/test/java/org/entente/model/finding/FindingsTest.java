package org.entente.model.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.entente.model.json.JsonCode;
import org.entente.model.statement.StatementCode;
import org.junit.jupiter.api.Test;

class FindingsTest {
    @Test
    void lists_the_error_that_decides_however_many_remarks_came_before_it() {
        Findings findings = new Findings();
        for (int i = 0; i < 2 * Findings.LIMIT; i++) {
            findings.add(StatementCode.STREAM_TIME_BACKWARDS, "", "remark");
        }
        assertThat(findings.hasErrors()).isFalse();
        findings.add(JsonCode.JSON_MALFORMED, "/late", "error");
        findings.add(JsonCode.JSON_MALFORMED, "/later", "error");

        assertThat(findings.hasErrors()).isTrue();
        assertThat(new Checked.Rejected<String>(findings.all()).findings()).hasSize(Findings.LIMIT);
        assertThat(findings.all().getLast().pointer()).isEqualTo("/late");
    }

    @Test
    void refuses_a_rejection_without_an_error() {
        List<Finding> remark = List.of(Finding.of(StatementCode.STREAM_TIME_BACKWARDS, "", "remark"));

        assertThatIllegalArgumentException().isThrownBy(() -> new Checked.Rejected<String>(remark));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checked.Rejected<String>(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Finding.of(JsonCode.JSON_MALFORMED, "no-pointer", "detail"));
    }
}
