package org.entente.api.certificate;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.entente.api.node.ProgressView;
import org.entente.client.origin.CertificateAnswer;
import org.entente.client.outbox.OutboxStatus;
import org.entente.client.show.CompleteUpTo;
import org.entente.model.origin.CertificateState;
import org.entente.model.origin.CertificateView;
import org.entente.model.origin.UseKey;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.origin.certificate.DecimalText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a certificate stands between this member and a partner.
 *
 * @param id its name in paths
 * @param partner the other administration
 * @param answer whether what follows can be relied on
 * @param reason why not, if it cannot
 * @param status of the certificate as a whole
 * @param certificate as issued
 * @param balances what is left of each item
 * @param uses what was used, reversed uses included
 * @param completeUpTo up to where everything that both said is known
 * @param open own statements about it that are on their way
 */
public record CertificateStanding(
        String id,
        String partner,
        Answer answer,
        CertificateAnswer.@Nullable Reason reason,
        CertificateView.@Nullable Status status,

        @Schema(ref = "#/components/schemas/Certificate") @Nullable
        JsonNode certificate,

        List<Balance> balances,
        List<Use> uses,
        Complete completeUpTo,
        List<ProgressView> open) {
    /** Whether an answer can be relied on. */
    public enum Answer {
        /** This is everything that both sides said, up to the block named. */
        KNOWN,
        /** Something is missing or cannot be read; what is shown is the last that was known. */
        COULD_NOT_CHECK
    }

    /**
     * What is left of an item.
     *
     * @param item its number
     * @param quantity what the certificate covers, a decimal
     * @param used what standing uses took
     * @param left what remains
     * @param unit of all three
     * @param usage how far it is used
     * @param refused whether the importing side refused it
     */
    public record Balance(
            int item,
            String quantity,
            String used,
            String left,
            String unit,
            CertificateView.Usage usage,
            boolean refused) {}

    /**
     * A use of an item.
     *
     * @param item its number
     * @param declaration number of the import declaration
     * @param declarationItem line of the declaration
     * @param quantity how much, in the item's unit
     * @param presentedOn the day of presentation
     * @param reversed whether it no longer counts
     * @param block where it stands on the ledger
     */
    public record Use(
            int item,
            String declaration,
            int declarationItem,
            String quantity,
            LocalDate presentedOn,
            boolean reversed,
            long block) {}

    /**
     * Up to where everything is known.
     *
     * @param block the last block with nothing missing up to it
     * @param missing how many values are missing after it
     */
    public record Complete(long block, long missing) {
        /**
         * Shows how far a pair's statements are known.
         *
         * @param complete from the node
         * @return its view
         */
        public static Complete of(CompleteUpTo complete) {
            return new Complete(complete.block(), complete.missing());
        }
    }

    static CertificateStanding of(
            CertificateId id,
            String partner,
            @Nullable CertificateView view,
            CertificateAnswer.@Nullable Reason reason,
            CompleteUpTo complete,
            List<OutboxStatus> open) {
        return new CertificateStanding(
                CertificateName.of(id),
                partner,
                reason == null ? Answer.KNOWN : Answer.COULD_NOT_CHECK,
                reason,
                view == null ? null : view.status(),
                view == null ? null : CertificateJson.write(view.state().certificate()),
                view == null
                        ? List.of()
                        : view.balances().stream()
                                .map(CertificateStanding::balance)
                                .toList(),
                view == null
                        ? List.of()
                        : view.state().uses().entrySet().stream()
                                .map(entry -> use(entry.getKey(), entry.getValue()))
                                .toList(),
                Complete.of(complete),
                open.stream().map(ProgressView::of).toList());
    }

    private static Balance balance(CertificateView.Balance balance) {
        return new Balance(
                balance.item(),
                balance.quantity().toString(),
                DecimalText.write(balance.used()),
                DecimalText.write(balance.left()),
                balance.unit().value(),
                balance.usage(),
                balance.refused());
    }

    private static Use use(UseKey key, CertificateState.Use use) {
        return new Use(
                key.item(),
                key.declaration(),
                key.declarationItem(),
                use.quantity().toString(),
                use.presentedOn(),
                !use.isActive(),
                use.event().at().block());
    }
}
