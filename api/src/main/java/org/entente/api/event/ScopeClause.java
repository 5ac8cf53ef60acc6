package org.entente.api.event;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The condition of a scope in SQL. What the scope does not name is not asked for: a condition with an alternative that can
 * never hold would keep the database from its index, so that an exporter's question read everybody's events.
 */
final class ScopeClause {
    private ScopeClause() {}

    /** Begins with {@code and}; for a scope that is not empty. */
    static String of(EventScope scope) {
        if (scope.officers().isEmpty()) {
            return " and organisation = any(?)";
        }
        return scope.organisations().isEmpty()
                ? " and officers = any(?)"
                : " and (officers = any(?) or organisation = any(?))";
    }

    /** Gives the condition its parameters. */
    static JdbcClient.StatementSpec bind(EventScope scope, JdbcClient.StatementSpec select) {
        JdbcClient.StatementSpec bound = select;
        if (!scope.officers().isEmpty()) {
            bound = bound.param(
                    scope.officers().stream().map(Event.Officers::name).toArray(String[]::new));
        }
        return scope.organisations().isEmpty()
                ? bound
                : bound.param(scope.organisations().toArray(UUID[]::new));
    }
}
