package org.entente.model.fold;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.model.json.CanonicalJson;
import org.entente.model.statement.StatementType;
import tools.jackson.databind.JsonNode;

/** All rules that this software knows, found by statement type. Immutable. */
public final class RuleBook {
    private final Map<StatementType, SubjectRules<?>> byType = new HashMap<>();

    /**
     * A book of some rules.
     *
     * @param rules rules without a type in common
     * @throws IllegalArgumentException if two of them claim a type
     */
    public RuleBook(Collection<? extends SubjectRules<?>> rules) {
        for (SubjectRules<?> each : rules) {
            for (StatementType type : each.types()) {
                if (byType.put(type, each) != null) {
                    throw new IllegalArgumentException("two rules claim " + type);
                }
            }
        }
    }

    /**
     * Every version that is read, as a member publishes it in its keys record.
     *
     * @return versions by type name
     */
    public Map<String, Set<Integer>> reads() {
        Map<String, Set<Integer>> reads = new TreeMap<>();
        byType.keySet()
                .forEach(type -> reads.computeIfAbsent(type.name(), name -> new TreeSet<>())
                        .add(type.version()));
        return reads;
    }

    /**
     * Judges a statement against a stored state.
     *
     * @param state the subject's state as stored; empty if there is none
     * @param said the statement
     * @return the judgement with the new state in its stored form, or empty if the type or version is not known here
     */
    public Optional<Judgement<byte[]>> judge(Optional<byte[]> state, Said said) {
        return Optional.ofNullable(byType.get(said.draft().type())).map(rules -> judgeBy(rules, state, said));
    }

    private static <S> Judgement<byte[]> judgeBy(SubjectRules<S> rules, Optional<byte[]> state, Said said) {
        Optional<S> current = state.map(bytes -> rules.readState(StoredState.parse(bytes)));
        return switch (rules.judge(current, said)) {
            case Judgement.Stands<S>(S next, var remarks) -> {
                JsonNode written = rules.writeState(next);
                yield new Judgement.Stands<>(CanonicalJson.bytes(written), remarks);
            }
            case Judgement.Overtaken<S>(var by, var reason) -> new Judgement.Overtaken<>(by, reason);
            case Judgement.Refused<S>(var findings) -> new Judgement.Refused<>(findings);
        };
    }
}
