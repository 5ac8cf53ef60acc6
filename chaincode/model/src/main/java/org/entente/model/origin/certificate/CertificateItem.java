package org.entente.model.origin.certificate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a certificate. Its balance is not here: it is folded from the statements of use.
 *
 * @param number from 1 to 9999, unique in the certificate
 * @param hs tariff code
 * @param hsEdition the edition of the Harmonized System that the code belongs to
 * @param description of the goods, at most 2000 characters
 * @param marks on the packages, at most 500 characters
 * @param packages number and kind
 * @param quantity what the certificate covers
 * @param unit unit of the quantity
 * @param grossWeightKg gross weight in kilograms
 * @param fob FOB value; only where the agreement entitles the partner to it
 * @param criterion what is claimed
 * @param invoices 0 to 50
 * @param originCountry where the goods originate
 */
public record CertificateItem(
        int number,
        HsCode hs,
        int hsEdition,
        String description,
        Optional<String> marks,
        Optional<Packages> packages,
        Quantity quantity,
        UnitCode unit,
        Optional<Quantity> grossWeightKg,
        Optional<Money> fob,
        CriterionClaim criterion,
        List<Invoice> invoices,
        CountryCode originCountry) {
    /** The editions that the WCO has published. */
    public static final Set<Integer> HS_EDITIONS = Set.of(1988, 1992, 1996, 2002, 2007, 2012, 2017, 2022, 2028);

    /** Keeps an unmodifiable copy of the invoices; refuses other numbers and editions. */
    public CertificateItem {
        invoices = List.copyOf(invoices);
        if (number < 1 || number > 9_999) {
            throw new IllegalArgumentException("an item number is 1 to 9999");
        }
        if (!HS_EDITIONS.contains(hsEdition)) {
            throw new IllegalArgumentException("no edition of the Harmonized System");
        }
    }
}
