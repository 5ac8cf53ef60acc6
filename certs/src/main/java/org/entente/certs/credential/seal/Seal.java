package org.entente.certs.credential.seal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.model.ledger.Digest;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.CertificateItem;
import org.entente.model.origin.certificate.CountryCode;
import org.entente.model.origin.certificate.Money;
import org.entente.model.origin.certificate.Quantity;
import org.entente.model.origin.certificate.UnitCode;

/**
 * The facts of a certificate that fit into a QR code. The full certificate is bound by its hash.
 *
 * @param id issuer, agreement and number
 * @param form the form, at most {@link #MAX_FORM} characters
 * @param origin where all goods originate; empty where the items differ
 * @param importCountry whose administration is addressed
 * @param items how many items, 1 to 500
 * @param quantity the sum of the items' quantities; only where all have one unit
 * @param value the sum of the FOB values; only where every item states one, in one currency
 * @param issuedOn day of issue
 * @param validUntil last day on which it may be presented
 * @param credential SHA-256 of the credential in its secured form
 * @param status where its status stands
 */
public record Seal(
        CertificateId id,
        String form,
        Optional<CountryCode> origin,
        CountryCode importCountry,
        int items,
        Optional<Total> quantity,
        Optional<Money> value,
        LocalDate issuedOn,
        LocalDate validUntil,
        Digest credential,
        Optional<SealStatus> status) {
    /** The longest form code. */
    public static final int MAX_FORM = 40;

    private static final LocalDate FIRST_DAY = LocalDate.EPOCH;
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /**
     * A total quantity.
     *
     * @param amount how many
     * @param unit of what
     */
    public record Total(Quantity amount, UnitCode unit) {}

    /** Refuses values outside these limits, and days before 1970, with {@link IllegalArgumentException}. */
    public Seal {
        if (form.isBlank() || form.length() > MAX_FORM) {
            throw new IllegalArgumentException("a form has 1 to " + MAX_FORM + " characters");
        }
        if (items < 1 || items > Certificate.MAX_ITEMS) {
            throw new IllegalArgumentException("a certificate has 1 to " + Certificate.MAX_ITEMS + " items");
        }
        if (issuedOn.isBefore(FIRST_DAY) || validUntil.isBefore(issuedOn) || validUntil.isAfter(LAST_DAY)) {
            throw new IllegalArgumentException("a certificate ends on its day of issue or later");
        }
    }

    /**
     * The seal of a certificate.
     *
     * @param certificate what is certified
     * @param validUntil last day on which it may be presented
     * @param credential SHA-256 of the credential in its secured form
     * @param status where its status stands
     * @return the seal, not yet signed
     */
    public static Seal of(
            Certificate certificate, LocalDate validUntil, Digest credential, Optional<SealStatus> status) {
        List<CertificateItem> items = certificate.items();
        return new Seal(
                certificate.id(),
                certificate.form(),
                common(items, CertificateItem::originCountry),
                certificate.importCountry(),
                items.size(),
                common(items, CertificateItem::unit)
                        .flatMap(unit ->
                                sum(items, item -> item.quantity().amount()).map(amount -> new Total(amount, unit))),
                value(items),
                certificate.issuedAt(),
                validUntil,
                credential,
                status);
    }

    /**
     * Whether the certificate may no longer be presented.
     *
     * @param today the day at the place of presentation
     * @return true from the day after {@link #validUntil}
     */
    public boolean hasEnded(LocalDate today) {
        return today.isAfter(validUntil);
    }

    private static Optional<Money> value(List<CertificateItem> items) {
        if (items.stream().anyMatch(item -> item.fob().isEmpty())) {
            return Optional.empty();
        }
        return common(items, item -> item.fob().orElseThrow().currency())
                .flatMap(currency -> sum(items, item -> item.fob().orElseThrow().amount())
                        .map(amount -> new Money(amount.amount(), currency)));
    }

    /** Empty past twelve digits before the point: no wrong total is better than a rounded one. */
    private static Optional<Quantity> sum(List<CertificateItem> items, Function<CertificateItem, BigDecimal> amount) {
        BigDecimal sum = items.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        try {
            return Optional.of(new Quantity(sum));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> common(List<CertificateItem> items, Function<CertificateItem, T> fact) {
        Set<T> facts = items.stream().map(fact).collect(Collectors.toSet());
        return facts.size() == 1 ? Optional.of(facts.iterator().next()) : Optional.empty();
    }
}
