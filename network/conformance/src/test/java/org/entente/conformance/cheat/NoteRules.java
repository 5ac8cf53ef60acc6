package org.entente.conformance.cheat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.model.fold.Judgement;
import org.entente.model.fold.Said;
import org.entente.model.fold.SubjectRules;
import org.entente.model.statement.StatementType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Notes, of which every one stands: what is refused here, no rule of a trade refused. */
final class NoteRules implements SubjectRules<String> {
    static final StatementType NOTED = new StatementType("sample.note", 1);

    @Override
    public Set<StatementType> types() {
        return Set.of(NOTED);
    }

    @Override
    public Judgement<String> judge(Optional<String> state, Said said) {
        return new Judgement.Stands<>(said.draft().body().path("note").asString(""), List.of());
    }

    @Override
    public JsonNode writeState(String state) {
        return JsonNodeFactory.instance.objectNode().put("note", state);
    }

    @Override
    public String readState(JsonNode json) {
        return json.path("note").stringValue();
    }
}
