package org.entente.api.provisional;

import java.util.Optional;
import java.util.UUID;
import org.entente.api.body.JsonBody;
import org.jspecify.annotations.Nullable;

/** What officers send. */
final class ProvisionalForm {
    private static final int LONGEST = 1_000;

    private ProvisionalForm() {}

    /**
     * A decision.
     *
     * @param verification the id of the check that ended in could not check
     * @param decision what is done with the goods
     * @param reason why, at most 1000 characters
     */
    record Decided(UUID verification, ProvisionalDecision.Decision decision, String reason) {}

    /**
     * The end of a decision.
     *
     * @param remark at most 1000 characters; required while no check has settled it
     */
    record Closing(@Nullable String remark) {}

    static Decided decided(JsonBody body) {
        return body.read((in, findings) -> {
            Optional<UUID> verification = in.parsed("verification", "the id of a check", UUID::fromString);
            Optional<ProvisionalDecision.Decision> decision =
                    in.parsed("decision", "RELEASED or HELD", ProvisionalDecision.Decision::valueOf);
            Optional<String> reason = in.text("reason", LONGEST);
            return verification.isPresent() && decision.isPresent() && reason.isPresent()
                    ? Optional.of(new Decided(verification.get(), decision.get(), reason.get()))
                    : Optional.empty();
        });
    }

    static Optional<String> remark(JsonBody body) {
        return body.read((in, findings) -> Optional.of(in.optionalText("remark", LONGEST)));
    }
}
