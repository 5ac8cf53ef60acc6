package org.entente.api.inbox;

import java.time.LocalDate;
import java.util.List;
import org.entente.model.origin.RefusalReason;
import org.jspecify.annotations.Nullable;

/** What an officer says of a certificate, for the API's description; {@link InboxStatement} reads it. */
final class InboxForms {
    private InboxForms() {}

    /**
     * The certificate was looked at.
     *
     * @param outcome {@code accepted} or {@code refused}
     * @param reasons none for an acceptance, 1 to 50 for a refusal
     */
    record Acknowledgement(String outcome, @Nullable List<Reason> reasons) {}

    /**
     * Why it is refused.
     *
     * @param code the coded reason
     * @param items the items it concerns; left out for the whole certificate
     * @param remark for people, at most 500 characters
     */
    record Reason(
            RefusalReason code,
            @Nullable List<Integer> items,
            @Nullable String remark) {}

    /**
     * A declaration used a part of an item.
     *
     * @param item number of the certificate's item
     * @param declaration number of the import declaration, 1 to 40 letters, digits and {@code . / _ -}
     * @param declarationItem line of the declaration
     * @param quantity how much, a decimal such as {@code 12.5}
     * @param unit the item's own unit
     * @param presentedOn the day on which the certificate was presented
     */
    record Use(
            int item, String declaration, int declarationItem, String quantity, String unit, LocalDate presentedOn) {}

    /**
     * A use no longer counts.
     *
     * @param item number of the certificate's item
     * @param declaration number of the import declaration
     * @param declarationItem line of the declaration
     * @param remark for people, at most 500 characters
     */
    record Reversal(
            int item,
            String declaration,
            int declarationItem,
            @Nullable String remark) {}
}
