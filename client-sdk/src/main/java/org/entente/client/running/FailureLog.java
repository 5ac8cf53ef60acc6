package org.entente.client.running;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of a row of failures in few lines, each of one line. Not thread-safe. */
final class FailureLog {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final long AGAIN = Duration.ofMinutes(1).toNanos();

    private final String name;
    private String told = "";
    private long toldAt;
    private long inARow;

    FailureLog(String name) {
        this.name = name;
    }

    /** Tells of the first failure of a row, of one of another kind, and of the row itself once a minute. */
    void failed(Throwable failure, long nanoTime) {
        inARow++;
        String kind = Failures.kindOf(failure);
        if (kind.equals(told) && nanoTime - toldAt < AGAIN) {
            return;
        }
        told = kind;
        toldAt = nanoTime;
        if (failure instanceof Error) {
            LOG.error(
                    "{}: {}, failure {} in a row; what it does stands still until that is mended", name, kind, inARow);
        } else {
            LOG.warn("{}: {}, failure {} in a row; trying again", name, kind, inARow);
        }
    }

    void succeeded() {
        if (inARow > 0) {
            LOG.info("{}: goes on after {} failures", name, inARow);
        }
        inARow = 0;
        told = "";
    }
}
