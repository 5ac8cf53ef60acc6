package org.entente.client.stage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.model.finding.Finding;
import org.entente.model.fold.Judgement;
import org.entente.model.fold.Said;
import org.entente.model.fold.SubjectRules;
import org.entente.model.json.JsonCode;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StatementType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A number that both members raise and that never passes 100: the smallest thing over which two can be in conflict. */
public final class TallyRules implements SubjectRules<TallyRules.Tally> {
    /** Raises a tally by {@code amount}. */
    public static final StatementType RAISED = new StatementType("test.tally.raised", 1);

    /** The limit. */
    public static final long MOST = 100;

    /** Total, and who raised it last. */
    public record Tally(long total, String lastAuthor, String lastId) {}

    @Override
    public Set<StatementType> types() {
        return Set.of(RAISED);
    }

    @Override
    public Judgement<Tally> judge(Optional<Tally> state, Said said) {
        long amount = said.draft().body().path("amount").longValue(-1);
        if (amount < 0) {
            return refused("an amount is expected");
        }
        long total = state.map(Tally::total).orElse(0L) + amount;
        if (total <= MOST) {
            return new Judgement.Stands<>(
                    new Tally(total, said.author().value(), said.draft().id().hex()), List.of());
        }
        if (state.isPresent() && !state.get().lastAuthor().equals(said.author().value())) {
            return new Judgement.Overtaken<>(
                    new StatementId(state.get().lastId()),
                    Finding.of(JsonCode.JSON_VALUE_INVALID, "/body/amount", "the other side came first"));
        }
        return refused("more than " + MOST);
    }

    private static Judgement<Tally> refused(String detail) {
        return new Judgement.Refused<>(List.of(Finding.of(JsonCode.JSON_VALUE_INVALID, "/body/amount", detail)));
    }

    /** A body. */
    public static ObjectNode body(long amount) {
        return JsonNodeFactory.instance.objectNode().put("amount", amount);
    }

    @Override
    public JsonNode writeState(Tally state) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("total", state.total())
                .put("lastAuthor", state.lastAuthor())
                .put("lastId", state.lastId());
    }

    @Override
    public Tally readState(JsonNode json) {
        return new Tally(
                json.path("total").longValue(),
                json.path("lastAuthor").stringValue(),
                json.path("lastId").stringValue());
    }
}
