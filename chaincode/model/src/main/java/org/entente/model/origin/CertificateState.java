package org.entente.model.origin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.Quantity;
import org.entente.model.statement.StatementId;

/**
 * A certificate as all standing statements of both sides left it. Immutable; {@link CertificateView} answers questions
 * about it.
 *
 * @param certificate as issued
 * @param issued the statement that issued it
 * @param acknowledgement the importing side's, if it made one
 * @param cancelled the statement that cancelled it
 * @param uses by key; a use that was reversed stays, marked
 */
public record CertificateState(
        Certificate certificate,
        Event issued,
        Optional<Acknowledgement> acknowledgement,
        Optional<Event> cancelled,
        SortedMap<UseKey, Use> uses) {
    /**
     * A statement that stands.
     *
     * @param id the statement
     * @param author who said it
     * @param at its position
     */
    public record Event(StatementId id, MemberId author, Position at) {}

    /**
     * The importing side's acknowledgement.
     *
     * @param said what was said
     * @param event the statement
     */
    public record Acknowledgement(OriginStatement.Acknowledged said, Event event) {
        /**
         * Whether an item may not be used.
         *
         * @param item an item's number
         * @return true if it, or the whole certificate, was refused
         */
        public boolean refuses(int item) {
            return said.reasons().stream()
                    .anyMatch(
                            reason -> reason.items().isEmpty() || reason.items().contains(item));
        }
    }

    /**
     * A use of an item.
     *
     * @param quantity how much, in the item's unit
     * @param presentedOn the day of presentation
     * @param event the statement
     * @param reversed the statement that reversed it
     */
    public record Use(Quantity quantity, LocalDate presentedOn, Event event, Optional<Event> reversed) {
        /**
         * Whether it counts.
         *
         * @return true until it is reversed
         */
        public boolean isActive() {
            return reversed.isEmpty();
        }
    }

    /** Keeps an unmodifiable copy of the uses. */
    public CertificateState {
        uses = Collections.unmodifiableSortedMap(new TreeMap<>(uses));
    }

    static CertificateState issued(Certificate certificate, Event event) {
        return new CertificateState(certificate, event, Optional.empty(), Optional.empty(), new TreeMap<>());
    }

    /**
     * How much of an item is used, reversals taken off.
     *
     * @param item an item's number
     * @return 0 up to the item's quantity, in the item's unit
     */
    public BigDecimal used(int item) {
        return uses.entrySet().stream()
                .filter(entry ->
                        entry.getKey().item() == item && entry.getValue().isActive())
                .map(entry -> entry.getValue().quantity().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    CertificateState with(Acknowledgement next) {
        return new CertificateState(certificate, issued, Optional.of(next), cancelled, uses);
    }

    CertificateState cancelledBy(Event event) {
        return new CertificateState(certificate, issued, acknowledgement, Optional.of(event), uses);
    }

    CertificateState with(UseKey key, Use use) {
        SortedMap<UseKey, Use> next = new TreeMap<>(uses);
        next.put(key, use);
        return new CertificateState(certificate, issued, acknowledgement, cancelled, next);
    }
}
