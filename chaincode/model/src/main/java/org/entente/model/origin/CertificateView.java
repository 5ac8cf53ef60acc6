package org.entente.model.origin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.CertificateItem;
import org.entente.model.origin.certificate.Quantity;
import org.entente.model.origin.certificate.UnitCode;
import org.entente.model.origin.check.Validity;

/** What a certificate's state means: status, balances, validity on a day. Both sides compute the same. */
public final class CertificateView {
    private final CertificateState state;
    private final RuleSets ruleSets;

    /** Where a certificate as a whole stands. Expiry is no status: see {@link #validityOn}. */
    public enum Status {
        /** Issued; the importing side has not acknowledged it. */
        ISSUED,
        /** Accepted by the importing side. */
        ACCEPTED,
        /** Some items refused by the importing side. */
        PARTLY_REFUSED,
        /** All items refused by the importing side. */
        REFUSED,
        /** Cancelled by the issuing side. */
        CANCELLED
    }

    /** How far an item is used. */
    public enum Usage {
        /** Nothing. */
        UNUSED,
        /** Something. */
        PARTIAL,
        /** Everything. */
        EXHAUSTED
    }

    /**
     * What is left of an item.
     *
     * @param item its number
     * @param quantity what the certificate covers
     * @param used what standing uses took, 0 up to the quantity
     * @param left what remains, 0 up to the quantity
     * @param unit unit of all three
     * @param usage how far it is used
     * @param refused whether the importing side refused it
     */
    public record Balance(
            int item,
            Quantity quantity,
            BigDecimal used,
            BigDecimal left,
            UnitCode unit,
            Usage usage,
            boolean refused) {}

    CertificateView(CertificateState state, RuleSets ruleSets) {
        this.state = state;
        this.ruleSets = ruleSets;
    }

    /**
     * The state behind the view.
     *
     * @return certificate, events and uses
     */
    public CertificateState state() {
        return state;
    }

    /**
     * Where the certificate stands.
     *
     * @return its status
     */
    public Status status() {
        if (state.cancelled().isPresent()) {
            return Status.CANCELLED;
        }
        if (state.acknowledgement().isEmpty()) {
            return Status.ISSUED;
        }
        long refused = balances().stream().filter(Balance::refused).count();
        if (refused == 0) {
            return Status.ACCEPTED;
        }
        return refused == state.certificate().items().size() ? Status.REFUSED : Status.PARTLY_REFUSED;
    }

    /**
     * What is left of each item.
     *
     * @return balances in the order of the certificate
     */
    public List<Balance> balances() {
        return state.certificate().items().stream().map(this::balance).toList();
    }

    /**
     * What is left of one item.
     *
     * @param item an item's number
     * @return its balance, if there is such an item
     */
    public Optional<Balance> balance(int item) {
        return state.certificate().item(item).map(this::balance);
    }

    /**
     * Whether the certificate may be presented on a day.
     *
     * @param day a day in the importing country
     * @return current, expired or not verified; empty if its rule set is not known here
     */
    public Optional<Validity> validityOn(LocalDate day) {
        return ruleSets.named(state.certificate().ruleSet())
                .map(ruleSet -> Validity.on(state.certificate(), ruleSet, day));
    }

    private Balance balance(CertificateItem item) {
        BigDecimal used = state.used(item.number());
        BigDecimal left = item.quantity().amount().subtract(used);
        Usage usage = used.signum() == 0 ? Usage.UNUSED : left.signum() == 0 ? Usage.EXHAUSTED : Usage.PARTIAL;
        boolean refused = state.acknowledgement()
                .map(acknowledgement -> acknowledgement.refuses(item.number()))
                .orElse(false);
        return new Balance(item.number(), item.quantity(), used, left, item.unit(), usage, refused);
    }
}
