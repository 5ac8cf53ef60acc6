package org.entente.model.fold;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.model.finding.Finding;
import org.entente.model.ledger.Digest;
import org.entente.model.statement.StatementCode;
import org.entente.model.statement.StatementType;

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
     * Tells two books apart that may judge differently: by the types that they know and by the data of their rules.
     *
     * @return SHA-256 over both; the code of the rules is not in it
     */
    public Digest fingerprint() {
        StringBuilder text = new StringBuilder();
        byType.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .forEach(entry -> text.append(entry.getKey())
                        .append(' ')
                        .append(new TreeMap<>(entry.getValue().data()))
                        .append('\n'));
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Judges a statement against a stored state.
     *
     * @param state the subject's state as stored; empty if there is none
     * @param said the statement
     * @return the judgement with the new state in its stored form, or empty if the type or version, or data that the
     *     statement refers to, is not known here; a statement on which the rules throw is refused, and so is one whose
     *     state they could not read again
     * @throws IllegalArgumentException if the stored state is damaged and must be rebuilt from evidence; never because of
     *     what the statement holds
     */
    public Optional<Judgement<byte[]>> judge(Optional<byte[]> state, Said said) {
        return Optional.ofNullable(byType.get(said.draft().type()))
                .filter(rules -> knows(rules, said))
                .map(rules -> judgeBy(rules, state, said));
    }

    /** Rules that throw here are asked to judge, and are refused there if they throw again. */
    private static boolean knows(SubjectRules<?> rules, Said said) {
        try {
            return rules.knows(said);
        } catch (RuntimeException e) {
            return true;
        }
    }

    private static <S> Judgement<byte[]> judgeBy(SubjectRules<S> rules, Optional<byte[]> state, Said said) {
        Optional<S> current = state.map(bytes -> rules.readState(StoredState.parse(bytes)));
        try {
            return switch (rules.judge(current, said)) {
                case Judgement.Stands<S>(S next, var remarks) ->
                    new Judgement.Stands<>(StoredState.write(rules, next, said), remarks);
                case Judgement.Overtaken<S>(var by, var reason) -> new Judgement.Overtaken<>(by, reason);
                case Judgement.Refused<S>(var findings) -> new Judgement.Refused<>(findings);
            };
        } catch (RuntimeException e) {
            // The same on every side; an Error (memory, stack) is this machine's own and must not decide anything.
            // Only the kind of failure is kept: a message could quote the body.
            return new Judgement.Refused<>(List.of(Finding.of(
                    StatementCode.STATEMENT_RULE_FAILED, "", e.getClass().getSimpleName())));
        }
    }
}
