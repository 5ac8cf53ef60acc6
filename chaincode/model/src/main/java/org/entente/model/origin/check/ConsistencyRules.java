package org.entente.model.origin.check;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateItem;
import org.entente.model.origin.certificate.Flag;
import org.entente.model.origin.certificate.Invoice;
import org.entente.model.origin.certificate.OriginCode;

/** Rules that hold under every agreement, because the parts of a certificate would contradict one another. */
final class ConsistencyRules {
    private static final String PARTIAL_CUMULATION = "PC";

    private ConsistencyRules() {}

    static void check(Certificate certificate, Verdicts verdicts) {
        if (certificate.exportCountry().equals(certificate.importCountry())
                && verdicts.isKnown("/exportCountry", "/importCountry")) {
            verdicts.error(
                    OriginCode.ORIGIN_COUNTRIES_EQUAL, "/importCountry", "both are " + certificate.importCountry());
        }
        checkFlags(certificate, verdicts);
        checkOriginals(certificate, verdicts);
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < certificate.items().size(); i++) {
            checkItem(certificate, i, numbers, verdicts);
        }
    }

    private static void checkFlags(Certificate certificate, Verdicts verdicts) {
        if (!verdicts.isKnown("/flags")) {
            return;
        }
        Set<Flag> flags = certificate.flags();
        if (flags.contains(Flag.BACK_TO_BACK) == certificate.originals().isEmpty() && verdicts.isKnown("/originals")) {
            verdicts.error(
                    OriginCode.ORIGIN_BACK_TO_BACK_MISMATCH,
                    "/originals",
                    certificate.originals().isEmpty()
                            ? "backToBack without originals"
                            : "originals without backToBack");
        }
        boolean claimed =
                certificate.items().stream().anyMatch(item -> item.criterion().has(PARTIAL_CUMULATION));
        if (flags.contains(Flag.PARTIAL_CUMULATION) != claimed && verdicts.isKnown("/items")) {
            verdicts.error(
                    OriginCode.ORIGIN_PARTIAL_CUMULATION_MISMATCH,
                    "/flags",
                    claimed ? "PC is claimed without the flag" : "the flag without an item that claims PC");
        }
        if (flags.contains(Flag.THIRD_COUNTRY_INVOICING)
                == certificate.thirdPartyInvoicer().isEmpty()) {
            verdicts.error(
                    OriginCode.ORIGIN_THIRD_PARTY_MISMATCH,
                    "/thirdPartyInvoicer",
                    certificate.thirdPartyInvoicer().isEmpty() ? "missing" : "without thirdCountryInvoicing");
        }
        if (flags.contains(Flag.EXHIBITION) == certificate.exhibition().isEmpty()) {
            verdicts.error(
                    OriginCode.ORIGIN_EXHIBITION_MISMATCH,
                    "/exhibition",
                    certificate.exhibition().isEmpty() ? "missing" : "without the flag");
        }
    }

    private static void checkOriginals(Certificate certificate, Verdicts verdicts) {
        for (int i = 0; i < certificate.originals().size(); i++) {
            LocalDate date = certificate.originals().get(i).date();
            if (date.isAfter(certificate.issuedAt()) && verdicts.isKnown("/issuedAt")) {
                verdicts.error(
                        OriginCode.ORIGIN_ORIGINAL_AFTER_ISSUE,
                        "/originals/" + i + "/date",
                        date + " is after " + certificate.issuedAt());
            }
        }
    }

    private static void checkItem(Certificate certificate, int index, Set<Integer> numbers, Verdicts verdicts) {
        CertificateItem item = certificate.items().get(index);
        String at = "/items/" + index;
        if (verdicts.isKnown(at + "/no") && !numbers.add(item.number())) {
            verdicts.error(OriginCode.ORIGIN_ITEM_DUPLICATE, at + "/no", "item " + item.number() + " stands before");
        }
        for (int i = 0; i < item.invoices().size(); i++) {
            Invoice invoice = item.invoices().get(i);
            if (invoice.date().isAfter(certificate.issuedAt()) && verdicts.isKnown("/issuedAt")) {
                verdicts.error(
                        OriginCode.ORIGIN_INVOICE_AFTER_ISSUE,
                        at + "/invoices/" + i + "/date",
                        invoice.date() + " is after " + certificate.issuedAt());
            }
        }
        if (!CodeLists.hasUnit(item.unit())) {
            verdicts.error(
                    OriginCode.ORIGIN_UNIT_UNLISTED, at + "/unit", item.unit().value());
        }
        item.packages()
                .filter(packages -> !CodeLists.hasPackage(packages.kind()))
                .ifPresent(packages ->
                        verdicts.error(OriginCode.ORIGIN_UNIT_UNLISTED, at + "/packages/kind", packages.kind()));
    }
}
