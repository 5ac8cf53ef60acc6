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
    static <S> byte[] write(SubjectRules<S> rules, S state, Said said) {
        JsonNode written = rules.writeState(state);
        // The writer refuses whatever else the strict reader would not give back: the tree stands for the bytes.
        byte[] bytes = CanonicalJson.bytes(written);
        if (bytes.length > MAX_BYTES || !namesAreReadable(written)) {
            throw new IllegalArgumentException("a state or a name in it is too long");
        }
        rules.checkReadable(written, said);
        return bytes;
    }

    private static boolean namesAreReadable(JsonNode node) {
        for (String name : node.propertyNames()) {
            if (name.length() > StrictJson.MAX_NAME_LENGTH) {
                return false;
            }
        }
        for (JsonNode value : node) {
            if (value.isContainer() && !namesAreReadable(value)) {
                return false;
            }
        }
        return true;
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
