package org.entente.api.body;

import java.util.Optional;
import java.util.function.BiFunction;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.model.finding.Findings;
import org.entente.model.json.ObjectReader;
import tools.jackson.databind.JsonNode;

/**
 * A request's body: strict JSON that every reader understands alike. A handler takes one as an argument.
 *
 * @param bytes as they came; must not be changed
 * @param json what they say
 */
public record JsonBody(byte[] bytes, JsonNode json) {
    /**
     * Reads an object member by member; what nobody asked for is refused.
     *
     * @param reader reads the members; may give nothing only where it left an error
     * @param <T> what the body means
     * @return it
     * @throws Refusal with {@link ApiCode#REQUEST_BODY_INVALID} and every finding
     */
    public <T> T read(BiFunction<ObjectReader, Findings, Optional<T>> reader) {
        Findings findings = new Findings();
        Optional<T> value = ObjectReader.of(json, "", findings).flatMap(in -> {
            Optional<T> read = reader.apply(in, findings);
            in.end();
            return read;
        });
        if (findings.hasErrors() || value.isEmpty()) {
            throw new Refusal(ApiCode.REQUEST_BODY_INVALID, "see errors", findings.all());
        }
        return value.get();
    }
}
