package org.entente.api.inbox;

import java.util.List;
import org.entente.api.certificate.CertificateStanding;
import org.entente.model.origin.CertificateView;
import org.jspecify.annotations.Nullable;

/**
 * What a list of partners' certificates shows of each.
 *
 * @param id its name in paths
 * @param issuer the administration that issued it
 * @param agreement under which
 * @param referenceNo the issuer's number
 * @param block where it stands on the ledger
 * @param answer whether the rest can be relied on
 * @param status of the certificate as a whole
 * @param balances what is left of each item
 */
record InboxView(
        String id,
        String issuer,
        String agreement,
        String referenceNo,
        long block,
        CertificateStanding.Answer answer,
        CertificateView.@Nullable Status status,
        List<CertificateStanding.Balance> balances) {
    /**
     * A page of certificates.
     *
     * @param items newest first
     */
    record Page(List<InboxView> items) {}
}
