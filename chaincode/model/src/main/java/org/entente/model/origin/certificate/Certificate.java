package org.entente.model.origin.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A certificate of origin. A value of this type is well-formed; whether it keeps the rules of its agreement is for
 * {@code CertificateCheck}. Validity, use and status are computed from it and from statements, never stored in it.
 *
 * @param agreement the agreement
 * @param ruleSet which version of the agreement's rules the issuer applied, for example {@code chafta-1}
 * @param form the form, for example {@code D}
 * @param referenceNo the issuer's number
 * @param office the issuing office, at most 200 characters
 * @param issuedAt day of issue at that office
 * @param exporter who exports
 * @param producer who produced, where stated
 * @param consignee who receives
 * @param exportCountry whose administration issues
 * @param importCountry whose administration is addressed
 * @param transport how the goods travel
 * @param flags what is ticked
 * @param originals of a back-to-back certificate
 * @param thirdPartyInvoicer who invoices in a third country
 * @param exhibition the exhibition
 * @param ceCode the certified exporter's code, at most 60 characters
 * @param items 1 to {@link #MAX_ITEMS}
 */
public record Certificate(
        AgreementCode agreement,
        String ruleSet,
        String form,
        ReferenceNumber referenceNo,
        String office,
        LocalDate issuedAt,
        Party exporter,
        Optional<Party> producer,
        Party consignee,
        CountryCode exportCountry,
        CountryCode importCountry,
        Transport transport,
        Set<Flag> flags,
        List<Original> originals,
        Optional<Party> thirdPartyInvoicer,
        Optional<Exhibition> exhibition,
        Optional<String> ceCode,
        List<CertificateItem> items) {
    /** The most items; an agreement's form may hold fewer. */
    public static final int MAX_ITEMS = 500;

    /** Keeps unmodifiable copies; refuses no items, or too many, with {@link IllegalArgumentException}. */
    public Certificate {
        flags = Set.copyOf(flags);
        originals = List.copyOf(originals);
        items = List.copyOf(items);
        if (items.isEmpty() || items.size() > MAX_ITEMS) {
            throw new IllegalArgumentException("a certificate has 1 to " + MAX_ITEMS + " items");
        }
    }

    /**
     * What names this certificate.
     *
     * @return issuer, agreement and number
     */
    public CertificateId id() {
        return new CertificateId(exportCountry.member(), agreement, referenceNo);
    }

    /**
     * An item by its number.
     *
     * @param number an item number
     * @return the first item of that number
     */
    public Optional<CertificateItem> item(int number) {
        return items.stream().filter(item -> item.number() == number).findFirst();
    }
}
