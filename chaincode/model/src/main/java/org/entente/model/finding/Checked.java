package org.entente.model.finding;

import java.util.List;

/**
 * The result of reading or checking an input: a value, or why there is none. Neither can be overlooked.
 *
 * @param <T> what was read
 */
public sealed interface Checked<T> {
    /**
     * The input is acceptable.
     *
     * @param value what was read
     * @param remarks findings that are no errors
     * @param <T> what was read
     */
    record Accepted<T>(T value, List<Finding> remarks) implements Checked<T> {
        /** Keeps an unmodifiable copy. */
        public Accepted {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * The input is not acceptable.
     *
     * @param findings every finding, at least one of them an error
     * @param <T> what would have been read
     */
    record Rejected<T>(List<Finding> findings) implements Checked<T> {
        /** Refuses a rejection without a reason with {@link IllegalArgumentException}. */
        public Rejected {
            findings = List.copyOf(findings);
            if (findings.stream().noneMatch(Finding::isError)) {
                throw new IllegalArgumentException("a rejection states at least one error");
            }
        }
    }
}
