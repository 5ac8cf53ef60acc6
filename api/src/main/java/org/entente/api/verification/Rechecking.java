package org.entente.api.verification;

import java.time.Instant;
import java.util.List;
import org.entente.api.problem.FindingView;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Checks again what was kept, without anybody asking. */
@Component
public class Rechecking {
    private final Checking checking;
    private final Pieces pieces;
    private final JsonMapper json;

    Rechecking(Checking checking, Pieces pieces, JsonMapper json) {
        this.checking = checking;
        this.pieces = pieces;
        this.json = json;
    }

    /**
     * How a check ended.
     *
     * @param outcome one of the three
     * @param reasons as {@link #reasons} reads them
     */
    public record Again(VerificationView.Outcome outcome, byte[] reasons) {}

    /**
     * Checks by what is known now. What was presented in time does not become invalid because time has passed since.
     *
     * @param content from {@link UncheckedStore.Unchecked#content}
     * @param presentedAt when that was
     * @return how it ended
     */
    public Again check(byte[] content, Instant presentedAt) {
        Result result = checking.check(new Checked.Accepted<>(pieces.read(content), List.of()), presentedAt);
        return new Again(result.outcome(), write(result.because()));
    }

    byte[] write(List<Finding> because) {
        return json.writeValueAsBytes(because.stream().map(FindingView::of).toList());
    }

    /**
     * Reads stored reasons.
     *
     * @param written by this class
     * @return what was found
     */
    public List<FindingView> reasons(byte[] written) {
        return List.of(json.readValue(written, FindingView[].class));
    }
}
