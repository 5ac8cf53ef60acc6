package org.entente.client.dispatch;

import java.time.Duration;
import org.entente.model.statement.StatementLimits;

/**
 * How batches are made.
 *
 * @param maxStatements most statements in a batch
 * @param maxBytes most bytes of a batch
 * @param linger how long to wait for company before a batch is closed; while one is in flight the next fills anyway
 */
public record DispatchSettings(int maxStatements, int maxBytes, Duration linger) {
    /** The smallest batch within 5 % of the fastest, as measured: docs/decisions/0005-batch-size.md. */
    public static final DispatchSettings STANDARD = new DispatchSettings(1_000, 2 * 1024 * 1024, Duration.ZERO);

    /** Refuses limits beyond those that readers enforce with {@link IllegalArgumentException}. */
    public DispatchSettings {
        if (maxStatements < 1 || maxStatements > StatementLimits.MAX_BATCH_STATEMENTS) {
            throw new IllegalArgumentException("1 to " + StatementLimits.MAX_BATCH_STATEMENTS + " statements");
        }
        if (maxBytes < 1 || maxBytes > StatementLimits.MAX_BATCH_BYTES || linger.isNegative()) {
            throw new IllegalArgumentException("1 to " + StatementLimits.MAX_BATCH_BYTES + " bytes, no negative wait");
        }
    }
}
