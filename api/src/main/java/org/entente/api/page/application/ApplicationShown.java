package org.entente.api.page.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.api.application.Application;
import org.entente.api.application.ApplicationReading;
import org.entente.api.node.ProgressView;
import org.entente.api.problem.FindingView;
import org.entente.model.finding.Finding;
import org.entente.model.origin.certificate.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * An application on a page of its own.
 *
 * @param id names it
 * @param number what is applied for
 * @param exporter for whom
 * @param state where it stands
 * @param version that the reader sees
 * @param certificate what is applied for
 * @param appliedBy an account
 * @param appliedAt when
 * @param reason of a refusal
 * @param cancellation of an approval that replaces a certificate: of that one, which comes first
 * @param progress of an approval
 * @param replaces number of a certificate that is cancelled when this one is issued
 * @param findings remarks of the rules
 */
record ApplicationShown(
        UUID id,
        String number,
        String exporter,
        Application.State state,
        long version,
        Certificate certificate,
        String appliedBy,
        Instant appliedAt,
        @Nullable String reason,
        @Nullable ProgressView cancellation,
        @Nullable ProgressView progress,
        @Nullable String replaces,
        List<FindingView> findings) {
    static ApplicationShown of(Application application, ApplicationReading reading, List<Finding> remarks) {
        return new ApplicationShown(
                application.id(),
                application.certificate().referenceNo().value(),
                application.exporter().name(),
                application.state(),
                application.version(),
                application.certificate(),
                application.appliedBy(),
                application.appliedAt(),
                application.decision().flatMap(Application.Decision::reason).orElse(null),
                reading.cancellation(application).orElse(null),
                reading.progress(application).orElse(null),
                application.replaces().map(old -> old.referenceNo().value()).orElse(null),
                remarks.stream().map(FindingView::of).toList());
    }

    /** The icon and colour beside the state's name. */
    public String kind() {
        return ApplicationRow.kind(state);
    }

    /** Whether an officer can still decide, and the applicant take it back. */
    public boolean isOpen() {
        return state.isOpen();
    }

    /** Whether it was approved and the statement had no effect. */
    public boolean isUnissued() {
        return state == Application.State.UNISSUED;
    }

    /** Whether it waits for the cancellation of what it replaces. */
    public boolean isCancelling() {
        return cancellation != null && progress == null && !isUnissued();
    }

    /** Whether what it was to replace could not be cancelled. */
    public boolean isKept() {
        return cancellation != null && progress == null && isUnissued();
    }

    /** Whether the applicant may want to correct it. */
    public boolean mayBeSaidBetter() {
        return isUnissued() || state == Application.State.REFUSED || state == Application.State.WITHDRAWN;
    }
}
