package org.entente.api.draft;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.api.problem.FindingView;
import tools.jackson.databind.JsonNode;

/**
 * A draft as its owner sees it.
 *
 * @param id names it
 * @param exporter whose
 * @param version as in its ETag
 * @param content what was filled in
 * @param changedAt last
 * @param findings what is still wrong or worth a look, if it were applied for now
 */
record DraftView(
        UUID id,
        UUID exporter,
        long version,

        @Schema(types = "object", description = "A certificate, as far as it is filled in")
        JsonNode content,

        Instant changedAt,
        List<FindingView> findings) {
    /**
     * A page of drafts.
     *
     * @param items newest first, without findings
     */
    record Page(List<DraftView> items) {}

    /**
     * What is kept: any members, since it is not finished.
     *
     * @param referenceNo for example
     */
    @Schema(additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
    record Form(@org.jspecify.annotations.Nullable String referenceNo) {}
}
