package org.entente.api.verification;

import java.time.Instant;
import java.util.List;
import org.entente.api.verification.VerificationView.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What anybody is told: whether it stands, who issued it and when. Nothing of trade.
 *
 * @param checkedAt when
 * @param outcome how it ended
 * @param reasons every reason, if it is not valid
 * @param issuer the administration's code
 * @param issuerName its name
 * @param issuedAt first moment of its validity
 * @param validUntil last moment
 * @param newestInformation time of the newest information used
 */
public record PublicView(
        Instant checkedAt,
        Outcome outcome,
        List<Reason> reasons,
        @Nullable String issuer,
        @Nullable String issuerName,
        @Nullable Instant issuedAt,
        @Nullable Instant validUntil,
        @Nullable Instant newestInformation) {
    /**
     * A reason without particulars.
     *
     * @param code of the error catalogue; never translated
     * @param words what it means, in the caller's language
     */
    public record Reason(String code, String words) {}
}
