package org.entente.model.fold;

import java.util.List;
import org.entente.model.finding.Finding;
import org.entente.model.statement.StatementId;

/**
 * What the rules of a subject say of a statement, given all earlier ones.
 *
 * @param <S> the subject's state
 */
public sealed interface Judgement<S> {
    /**
     * It stands.
     *
     * @param next the subject's new state
     * @param remarks findings that are no errors
     * @param <S> the subject's state
     */
    record Stands<S>(S next, List<Finding> remarks) implements Judgement<S> {
        /** Keeps an unmodifiable copy. */
        public Stands {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * An earlier statement of the <em>other</em> author came first: nobody erred, the later one has no effect.
     *
     * @param by the earlier statement that it conflicts with
     * @param reason what the conflict is
     * @param <S> the subject's state
     */
    record Overtaken<S>(StatementId by, Finding reason) implements Judgement<S> {}

    /**
     * It breaks a rule, or contradicts its own author's earlier statements: no effect.
     *
     * @param findings every reason, at least one of them an error
     * @param <S> the subject's state
     */
    record Refused<S>(List<Finding> findings) implements Judgement<S> {
        /** Refuses a refusal without a reason with {@link IllegalArgumentException}. */
        public Refused {
            findings = List.copyOf(findings);
            if (findings.stream().noneMatch(Finding::isError)) {
                throw new IllegalArgumentException("a refusal states at least one error");
            }
        }
    }
}
