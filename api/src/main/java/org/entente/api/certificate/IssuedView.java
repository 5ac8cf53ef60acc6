package org.entente.api.certificate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.entente.model.origin.CertificateView;
import org.jspecify.annotations.Nullable;

/**
 * What a list of issued certificates shows of each.
 *
 * @param id its name in paths
 * @param agreement under which
 * @param referenceNo its number
 * @param partner to whom it was stated
 * @param exporter for whom
 * @param application that was approved
 * @param approvedAt when
 * @param answer whether the rest can be relied on; left out while the statement is on its way
 * @param status of the certificate as a whole
 * @param balances what is left of each item
 */
record IssuedView(
        String id,
        String agreement,
        String referenceNo,
        String partner,
        UUID exporter,
        UUID application,
        Instant approvedAt,
        CertificateStanding.@Nullable Answer answer,
        CertificateView.@Nullable Status status,
        List<CertificateStanding.Balance> balances) {
    static IssuedView of(IssuedStore.Issued issued, @Nullable CertificateStanding standing) {
        return new IssuedView(
                CertificateName.of(issued.certificate()),
                issued.certificate().agreement().value(),
                issued.certificate().referenceNo().value(),
                issued.partner().value(),
                issued.exporter(),
                issued.application(),
                issued.approvedAt(),
                standing == null ? null : standing.answer(),
                standing == null ? null : standing.status(),
                standing == null ? List.of() : standing.balances());
    }

    /**
     * A page of certificates.
     *
     * @param items newest first
     */
    record Page(List<IssuedView> items) {}
}
