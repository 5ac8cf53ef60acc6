package org.entente.model.member;

import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.ObjectReader;
import tools.jackson.databind.JsonNode;

/** What reading is alike for every public record: canonical bytes, one object, version 1, no member that is not known. */
final class RecordReader {
    static final int VERSION = 1;

    private RecordReader() {}

    /** Reads the members of one kind of record. */
    interface Members<T> {
        /** Asks for every member; gives a value only if no error was found. */
        Optional<T> read(ObjectReader in, Findings findings);
    }

    static <T> Checked<T> read(byte[] bytes, Members<T> members) {
        return switch (CanonicalJson.parseCanonical(bytes, PublicRecords.MAX_BYTES)) {
            case Checked.Rejected<JsonNode>(var found) -> new Checked.Rejected<>(found);
            case Checked.Accepted<JsonNode>(var node, var remarks) -> {
                Findings findings = new Findings();
                Optional<T> value = ObjectReader.of(node, "", findings).flatMap(in -> {
                    in.integer("record", VERSION, VERSION);
                    Optional<T> result = members.read(in, findings);
                    in.end();
                    return result;
                });
                yield findings.hasErrors() || value.isEmpty()
                        ? new Checked.Rejected<>(findings.all())
                        : new Checked.Accepted<>(value.get(), List.of());
            }
        };
    }
}
