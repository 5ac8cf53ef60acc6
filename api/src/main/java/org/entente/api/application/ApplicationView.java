package org.entente.api.application;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.api.certificate.CertificateName;
import org.entente.api.node.ProgressView;
import org.entente.api.problem.FindingView;
import org.entente.model.finding.Finding;
import org.entente.model.origin.certificate.CertificateJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An application as callers see it.
 *
 * @param id names it
 * @param exporter for whom
 * @param exporterName for people
 * @param state where it stands
 * @param version as in its ETag
 * @param certificate what is applied for
 * @param replaces a certificate that is cancelled before this one is issued, by its name in paths
 * @param appliedBy an account
 * @param appliedAt when
 * @param decidedAt when an officer decided
 * @param reason of a refusal
 * @param cancellation of an approval that replaces a certificate: how far that one is cancelled, which comes first
 * @param progress of an approval: how far the certificate is issued
 * @param findings remarks of the rules on it; no errors
 */
record ApplicationView(
        UUID id,
        UUID exporter,
        String exporterName,
        Application.State state,
        long version,

        @Schema(ref = "#/components/schemas/Certificate") JsonNode certificate,

        @Nullable String replaces,

        String appliedBy,
        Instant appliedAt,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable ProgressView cancellation,
        @Nullable ProgressView progress,
        List<FindingView> findings) {
    static ApplicationView of(
            Application application,
            @Nullable ProgressView cancellation,
            @Nullable ProgressView progress,
            List<Finding> findings) {
        return new ApplicationView(
                application.id(),
                application.exporter().id(),
                application.exporter().name(),
                application.state(),
                application.version(),
                CertificateJson.write(application.certificate()),
                application.replaces().map(CertificateName::of).orElse(null),
                application.appliedBy(),
                application.appliedAt(),
                application.decision().map(Application.Decision::at).orElse(null),
                application.decision().flatMap(Application.Decision::reason).orElse(null),
                cancellation,
                progress,
                findings.stream().map(FindingView::of).toList());
    }

    /**
     * A page of applications.
     *
     * @param items newest first
     */
    record Page(List<ApplicationView> items) {}

    /**
     * What an officer says to refuse.
     *
     * @param reason that the applicant reads, 1 to 1000 characters
     */
    record Refusal(String reason) {}

    /**
     * What a dry run found.
     *
     * @param acceptable whether an application with this certificate would be taken
     * @param findings everything that was found
     */
    record Check(boolean acceptable, List<FindingView> findings) {}
}
