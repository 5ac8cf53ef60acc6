package org.entente.contract.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log for machines. */
class LogLinesTest {
    @Test
    void a_line_is_one_object_whatever_stands_in_it_and_tells_no_exceptions_text() {
        LogRecord line = new LogRecord(Level.WARNING, "two\nlines of {0}");
        line.setParameters(new Object[] {"\"words\""});
        line.setLoggerName("org.example");
        line.setThrown(new IllegalStateException("Sample Grain Exports"));

        String text = new LogLines().format(line);

        assertThat(text.strip()).doesNotContain("\n").doesNotContain("Sample Grain");
        JsonNode node = JsonMapper.builder().build().readTree(text);
        assertThat(node.path("message").asString()).isEqualTo("two\nlines of \"words\"");
        assertThat(node.path("log.level").asString()).isEqualTo("WARNING");
        assertThat(node.path("error.type").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(node.path("@timestamp").asString()).endsWith("Z");
    }
}
