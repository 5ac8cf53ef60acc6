package org.entente.model.fold;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.model.ledger.Digest;
import org.entente.model.statement.StatementType;
import tools.jackson.databind.JsonNode;

/**
 * The rules of one kind of subject (a certificate of origin, an operator, a container): a pure function from state and
 * statement to judgement. A feature implements it once; contract-less, clock-less and random-less, it gives the same
 * answer on every side and in every rebuild.
 *
 * @param <S> the subject's state, immutable
 */
public interface SubjectRules<S> {
    /**
     * The statement types and versions that these rules know. Once released, a version stays here for ever.
     *
     * @return at least one type
     */
    Set<StatementType> types();

    /**
     * Whether everything that a statement refers to is known here, for example the version of an agreement's rules. What is
     * not is set aside like an unknown version and folded again after an upgrade: a reader with older data must not come to
     * another judgement than one with newer data.
     *
     * @param said a statement of one of {@link #types()}; its body may hold anything
     * @return true unless a well-formed reference points to data that a later version may bring
     */
    default boolean knows(Said said) {
        return true;
    }

    /**
     * The data by which these rules judge, for example the versions of agreements. Where it differs from the data that a
     * stored fold was made with, the fold is made again: what was set aside for want of it is judged then.
     *
     * @return digests by name; empty if these rules judge by nothing but their own code
     */
    default Map<String, Digest> data() {
        return Map.of();
    }

    /**
     * Judges a statement of one of {@link #types()}.
     *
     * @param state the subject's state after all earlier statements of the pair; empty if there was none that stands
     * @param said the statement
     * @return what it does to the state; never throws, whatever the body holds
     */
    Judgement<S> judge(Optional<S> state, Said said);

    /**
     * Writes a state for storage.
     *
     * @param state a state
     * @return JSON that {@link #readState} gives back unchanged
     */
    JsonNode writeState(S state);

    /**
     * Reads what {@link #writeState} wrote.
     *
     * @param json a stored state
     * @return the state
     * @throws IllegalArgumentException if it is none; the store is then rebuilt from evidence
     */
    S readState(JsonNode json);

    /**
     * Makes sure, before a state is stored, that {@link #readState} will read it. Reading is a function of the tree alone,
     * so rules may leave out a part that is equal to one which they have just read.
     *
     * @param written what {@link #writeState} wrote
     * @param said the statement that made the state, already judged
     * @throws IllegalArgumentException if it would not be read
     */
    default void checkReadable(JsonNode written, Said said) {
        var ignored = readState(written);
    }
}
