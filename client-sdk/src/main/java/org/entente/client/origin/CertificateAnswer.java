package org.entente.client.origin;

import java.util.List;
import java.util.Optional;
import org.entente.client.outbox.OutboxStatus;
import org.entente.client.show.CompleteUpTo;
import org.entente.model.origin.CertificateView;

/** What is known of a certificate between this member and a partner. */
public sealed interface CertificateAnswer {
    /**
     * It was issued, and this is everything that both sides said about it up to a block.
     *
     * @param view status and balances
     * @param completeUpTo up to where
     * @param open own statements about it that are on their way
     */
    record Known(CertificateView view, CompleteUpTo completeUpTo, List<OutboxStatus> open)
            implements CertificateAnswer {
        /** Keeps an unmodifiable copy. */
        public Known {
            open = List.copyOf(open);
        }

        /**
         * Whether nothing of this member's own is still on its way.
         *
         * @return true if the view is final up to that block
         */
        public boolean isFinal() {
            return open.isEmpty();
        }
    }

    /**
     * No such certificate stands, and nothing is missing up to a block.
     *
     * @param completeUpTo up to where
     * @param open own statements about it that are on their way
     */
    record Unknown(CompleteUpTo completeUpTo, List<OutboxStatus> open) implements CertificateAnswer {
        /** Keeps an unmodifiable copy. */
        public Unknown {
            open = List.copyOf(open);
        }
    }

    /**
     * Something was said that this member cannot read or has not received; it may concern this certificate, so nothing
     * is said of its status.
     *
     * @param reason why
     * @param lastKnown what stood before; not to be relied on
     * @param completeUpTo up to where everything is known
     */
    record CouldNotCheck(Reason reason, Optional<CertificateView> lastKnown, CompleteUpTo completeUpTo)
            implements CertificateAnswer {}

    /** Why a certificate could not be checked. */
    enum Reason {
        /** Bytes whose hash stands on the ledger have not arrived. */
        BYTES_MISSING,
        /** A statement about it has a version that this software does not know. */
        VERSION_UNKNOWN
    }
}
