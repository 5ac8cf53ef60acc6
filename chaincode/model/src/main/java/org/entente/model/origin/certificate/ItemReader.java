package org.entente.model.origin.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Findings;
import org.entente.model.json.ObjectReader;

/** Reads the items of a certificate. */
final class ItemReader {
    private static final int ASSUMED_EDITION = 2022;
    private static final HsCode NO_HS = new HsCode("010121");
    private static final Quantity NO_AMOUNT = Quantity.parse("1");

    private final Findings findings;

    ItemReader(Findings findings) {
        this.findings = findings;
    }

    CertificateItem read(ObjectReader in) {
        CodedMembers members = new CodedMembers(in, findings);
        CertificateItem item = new CertificateItem(
                members.integer("no", 1, 9_999),
                members.coded("hs", OriginCode.ORIGIN_HS_INVALID, "6 to 10 digits", HsCode::new, NO_HS),
                edition(in),
                members.text("description", 2_000),
                in.optionalText("marks", 500),
                packages(in.optionalObject("packages")),
                members.quantity("quantity"),
                members.unit("unit"),
                members.optional(
                        "grossWeightKg", OriginCode.ORIGIN_QUANTITY_INVALID, "a decimal such as 12.5", Quantity::parse),
                fob(in.optionalObject("fob")),
                criterion(in),
                invoices(in),
                members.country("originCountry"));
        in.end();
        return item;
    }

    private int edition(ObjectReader in) {
        Optional<Integer> edition = in.integer("hsEdition", 1988, 9_999).map(Long::intValue);
        if (edition.isPresent() && !CertificateItem.HS_EDITIONS.contains(edition.get())) {
            findings.add(OriginCode.ORIGIN_HS_EDITION_INVALID, in.at("hsEdition"), edition.get() + " is none");
            return ASSUMED_EDITION;
        }
        return edition.orElse(ASSUMED_EDITION);
    }

    private Optional<Packages> packages(Optional<ObjectReader> reader) {
        return reader.map(in -> {
            CodedMembers members = new CodedMembers(in, findings);
            Packages packages = new Packages(
                    members.integer("count", 1, 99_999_999),
                    members.coded(
                            "kind", OriginCode.ORIGIN_UNIT_INVALID, "a code such as CT", Packages::checkKind, "CT"));
            in.end();
            return packages;
        });
    }

    private Optional<Money> fob(Optional<ObjectReader> reader) {
        return reader.map(in -> {
            CodedMembers members = new CodedMembers(in, findings);
            Money money = new Money(
                    members.coded(
                                    "amount",
                                    OriginCode.ORIGIN_VALUE_INVALID,
                                    "a decimal such as 12.5",
                                    Quantity::parse,
                                    NO_AMOUNT)
                            .amount(),
                    members.coded(
                            "currency",
                            OriginCode.ORIGIN_VALUE_INVALID,
                            "three upper-case letters",
                            Money::checkCurrency,
                            "XXX"));
            in.end();
            return money;
        });
    }

    private CriterionClaim criterion(ObjectReader in) {
        List<String> codes = in.parsedList("criteria", 1, 5, "a criterion code such as CTH", CriterionClaim::checkCode);
        Optional<Integer> percent =
                in.has("rvcPercent") ? in.integer("rvcPercent", 0, 100).map(Long::intValue) : Optional.empty();
        boolean distinctly = CriterionClaim.areDistinct(codes);
        if (!distinctly) {
            findings.add(OriginCode.ORIGIN_CRITERION_INVALID, in.at("criteria"), "each criterion once");
        }
        List<String> distinct = distinctly ? codes : codes.stream().distinct().toList();
        return new CriterionClaim(distinct.isEmpty() ? List.of("WO") : distinct, percent);
    }

    private List<Invoice> invoices(ObjectReader in) {
        List<Invoice> invoices = new ArrayList<>();
        for (ObjectReader entry : in.objects("invoices", 0, 50)) {
            CodedMembers members = new CodedMembers(entry, findings);
            invoices.add(new Invoice(members.text("number", 70), members.day("date")));
            entry.end();
        }
        return invoices;
    }
}
