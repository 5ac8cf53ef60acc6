package org.entente.model.fold;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.model.finding.Finding;
import org.entente.model.json.JsonCode;
import org.entente.model.member.MemberId;
import org.entente.model.sample.Samples;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StatementType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The smallest rules that have every judgement: a total that both members add to. A statement may say which total it
 * expects; and some amounts make the rules misbehave in each way that rules could.
 */
final class CounterRules implements SubjectRules<CounterRules.Counter> {
    static final long THROWS = 13;
    static final long WRITES_A_LONE_SURROGATE = 14;
    static final long WRITES_TOO_DEEP = 15;
    static final long WRITES_WHAT_IT_CANNOT_READ = 16;

    static final long NOT_KNOWN_YET = 17;
    static final long THROWS_WHEN_ASKED = 18;

    /** The total, and who moved it last by which statement. */
    record Counter(long total, MemberId author, StatementId by) {}

    @Override
    public Set<StatementType> types() {
        return Set.of(Samples.COUNTED);
    }

    @Override
    public boolean knows(Said said) {
        long amount = said.draft().body().path("by").asLong(0);
        if (amount == THROWS_WHEN_ASKED) {
            throw new IllegalStateException("secret");
        }
        return amount != NOT_KNOWN_YET;
    }

    @Override
    public Judgement<Counter> judge(Optional<Counter> state, Said said) {
        JsonNode body = said.draft().body();
        long amount = body.path("by").asLong(0);
        long total = state.map(Counter::total).orElse(0L);
        if (amount == THROWS || amount == THROWS_WHEN_ASKED) {
            throw new IllegalStateException("secret");
        }
        if (amount <= 0) {
            return refused("an amount is above zero");
        }
        if (body.has("expects") && body.path("expects").asLong(-1) != total) {
            boolean others = state.isPresent() && !state.get().author().equals(said.author());
            return others
                    ? new Judgement.Overtaken<>(
                            state.get().by(), Finding.of(JsonCode.JSON_VALUE_INVALID, "/body/expects", "moved before"))
                    : refused("your own total is " + total);
        }
        return new Judgement.Stands<>(
                new Counter(total + amount, said.author(), said.draft().id()), List.of());
    }

    private static Judgement<Counter> refused(String why) {
        return new Judgement.Refused<>(List.of(Finding.of(JsonCode.JSON_VALUE_INVALID, "/body", why)));
    }

    @Override
    public JsonNode writeState(Counter state) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        JsonNode deep = nodes.nullNode();
        for (int i = 0; i < 20 && state.total() == WRITES_TOO_DEEP; i++) {
            deep = nodes.arrayNode().add(deep);
        }
        return nodes.objectNode()
                .put(
                        "author",
                        state.total() == WRITES_A_LONE_SURROGATE
                                ? "\ud800"
                                : state.author().value())
                .put("by", state.by().hex())
                .put("total", state.total())
                .set("note", deep);
    }

    @Override
    public Counter readState(JsonNode json) {
        long total = json.path("total").asLong(0);
        if (total == WRITES_WHAT_IT_CANNOT_READ) {
            throw new IllegalArgumentException("secret");
        }
        return new Counter(
                total,
                new MemberId(json.path("author").stringValue("")),
                new StatementId(json.path("by").stringValue("")));
    }
}
