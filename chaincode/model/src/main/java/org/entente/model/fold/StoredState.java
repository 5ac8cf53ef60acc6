package org.entente.model.fold;

import org.entente.model.finding.Checked;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.StrictJson;
import tools.jackson.databind.JsonNode;

/** A subject's state as bytes. Our own writing, so anything unreadable means a damaged store. */
final class StoredState {
    private static final int MAX_BYTES = 64 * 1024 * 1024;

    private StoredState() {}

    /**
     * Writes a state that is known to be readable: one that could be stored but not read would stop every later fold of
     * its subject.
     */
    static <S> byte[] write(SubjectRules<S> rules, S state) {
        byte[] bytes = CanonicalJson.bytes(rules.writeState(state));
        rules.readState(parse(bytes));
        return bytes;
    }

    static JsonNode parse(byte[] bytes) {
        return switch (StrictJson.parse(bytes, MAX_BYTES)) {
            case Checked.Accepted<JsonNode>(var node, var remarks) -> node;
            case Checked.Rejected<JsonNode>(var findings) ->
                throw new IllegalArgumentException("stored state is damaged, rebuild from evidence: "
                        + findings.getFirst().code().name());
        };
    }
}
