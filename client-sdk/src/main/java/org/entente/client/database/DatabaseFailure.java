package org.entente.client.database;

import java.io.Serial;
import java.sql.SQLException;
import org.entente.client.running.Failures;

/** The database did not do its part. Whether the work was committed is only known by looking. */
public final class DatabaseFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Wraps what the driver said, without repeating it: it may quote values.
     *
     * @param cause the driver's exception
     */
    public DatabaseFailure(SQLException cause) {
        super(Failures.ofDatabase(cause.getSQLState()), cause);
    }
}
