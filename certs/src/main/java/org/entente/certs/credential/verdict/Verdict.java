package org.entente.certs.credential.verdict;

import java.util.List;
import org.entente.model.finding.Finding;

/**
 * What checking a credential, a seal or a status list gave. The three are never confused.
 *
 * @param <T> what was checked
 */
public sealed interface Verdict<T> {
    /**
     * What the verdict rests on.
     *
     * @return as far as the check came
     */
    Basis basis();

    /**
     * What does not decide, whichever way it went: whoever knows more may find it valid after all.
     *
     * @return findings, maybe none
     */
    List<Finding> remarks();

    /**
     * It is its issuer's word, the issuer may say it, and it stands.
     *
     * @param value what was checked
     * @param remarks findings that do not decide
     * @param basis what that rests on
     * @param <T> what was checked
     */
    record Valid<T>(T value, List<Finding> remarks, Basis basis) implements Verdict<T> {
        /** Refuses a verdict with an error among its remarks with {@link IllegalArgumentException}. */
        public Valid {
            remarks = List.copyOf(remarks);
            if (remarks.stream().anyMatch(Finding::isError)) {
                throw new IllegalArgumentException("what has an error is not valid");
            }
        }
    }

    /**
     * It must not be relied on.
     *
     * @param because every reason, at least one of them an error
     * @param remarks findings that do not decide
     * @param basis what that rests on
     * @param <T> what was checked
     */
    record Invalid<T>(List<Finding> because, List<Finding> remarks, Basis basis) implements Verdict<T> {
        /** Refuses a verdict without an error with {@link IllegalArgumentException}. */
        public Invalid {
            because = List.copyOf(because);
            remarks = List.copyOf(remarks);
            if (because.stream().noneMatch(Finding::isError)) {
                throw new IllegalArgumentException("what is invalid has at least one error");
            }
        }
    }

    /**
     * Nothing is wrong with it, but something that decides is not known here.
     *
     * @param because every reason, at least one
     * @param remarks findings that do not decide
     * @param basis what that rests on
     * @param <T> what was checked
     */
    record CouldNotCheck<T>(List<Finding> because, List<Finding> remarks, Basis basis) implements Verdict<T> {
        /** Refuses a verdict without a reason with {@link IllegalArgumentException}. */
        public CouldNotCheck {
            because = List.copyOf(because);
            remarks = List.copyOf(remarks);
            if (because.isEmpty()) {
                throw new IllegalArgumentException("what could not be checked has a reason");
            }
        }
    }
}
