package org.entente.api.verification;

import java.time.Instant;
import java.time.LocalDate;
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
 * @param issuedOn its day of issue
 * @param validFrom first moment of its validity
 * @param validUntil last moment
 * @param newestInformation time of the newest information used
 * @param completeUpTo the last block of the ledger up to which everything that decides is known
 */
public record PublicView(
        Instant checkedAt,
        Outcome outcome,
        List<Reason> reasons,
        @Nullable String issuer,
        @Nullable String issuerName,
        @Nullable LocalDate issuedOn,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Instant newestInformation,
        @Nullable Long completeUpTo) {
    /**
     * A reason without particulars.
     *
     * @param code of the error catalogue; never translated
     * @param words what it means, in the caller's language
     */
    public record Reason(String code, String words) {}
}
