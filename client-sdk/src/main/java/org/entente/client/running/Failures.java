package org.entente.client.running;

import io.grpc.Status;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Names a failure for logs without quoting it: exception texts repeat what was sent, and that is private. */
public final class Failures {
    private Failures() {}

    /**
     * What kind of failure it is.
     *
     * @param failure any
     * @return class names and, where there is one, the SQL state or gRPC status
     */
    public static String kindOf(Throwable failure) {
        StringBuilder kind = new StringBuilder(failure.getClass().getSimpleName());
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 5; depth++, cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return kind + ": " + ofDatabase(sql.getSQLState());
            }
            if (cause instanceof io.grpc.StatusRuntimeException grpc) {
                Status.Code code = grpc.getStatus().getCode();
                return kind.append(" (").append(code).append(')').toString();
            }
        }
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0
                ? kind.toString()
                : kind.append(" at ").append(trace[0]).toString();
    }

    /**
     * What a database's failure is, in words.
     *
     * @param state the SQL state (ISO 9075, and PostgreSQL's own of its documentation's appendix A), if there is one
     * @return one line
     */
    public static String ofDatabase(@Nullable String state) {
        boolean away = state != null && (state.startsWith("08") || state.startsWith("57P"));
        return (away ? "the database does not answer" : "the database refuses") + " (SQL state " + state + ")";
    }
}
