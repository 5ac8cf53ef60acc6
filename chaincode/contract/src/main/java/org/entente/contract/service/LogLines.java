package org.entente.contract.service;

import java.time.Instant;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The service's log as one JSON object a line, under the names of the Elastic Common Schema, as the API writes it on request. Of
 * an exception only its type is told: the text of some quotes what was given to the contract.
 */
public final class LogLines extends Formatter {
    /** The environment's name for the form: {@code json}, or anything else for lines that people read. */
    public static final String FORM = "CHAINCODE_LOG_FORMAT";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Lines for machines. */
    LogLines() {}

    /** Has everything that this process logs written in the form that its environment names. */
    public static void useIfNamed() {
        if ("json".equals(System.getenv(FORM))) {
            for (Handler handler : Logger.getLogger("").getHandlers()) {
                handler.setFormatter(new LogLines());
            }
        }
    }

    @Override
    public String format(LogRecord line) {
        Instant at = line.getInstant();
        ObjectNode node = JSON.createObjectNode();
        node.put("@timestamp", at.toString())
                .put("log.level", line.getLevel().getName())
                .put("log.logger", line.getLoggerName())
                .put("service.name", "entente-contract")
                .put("message", formatMessage(line));
        if (line.getThrown() != null) {
            node.put("error.type", line.getThrown().getClass().getName());
        }
        return JSON.writeValueAsString(node) + "\n";
    }
}
