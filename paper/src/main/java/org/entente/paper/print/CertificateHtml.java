package org.entente.paper.print;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateItem;
import org.entente.model.origin.certificate.Flag;
import org.entente.model.origin.certificate.Party;
import org.entente.model.origin.certificate.Transport;
import org.entente.paper.qr.QrCode;

/** A certificate as the XHTML from which the PDF is made. Everything from outside goes through {@link #text}. */
final class CertificateHtml {
    private static final int PIXELS_PER_MODULE = 6;

    private final CertificatePaper paper;
    private final Certificate certificate;
    private final StringBuilder out = new StringBuilder(8_192);

    private CertificateHtml(CertificatePaper paper) {
        this.paper = paper;
        this.certificate = paper.certificate();
    }

    static String of(CertificatePaper paper, List<Typeface> fonts) {
        return new CertificateHtml(paper).page(fonts);
    }

    static String documentTitle(CertificatePaper paper) {
        return "Certificate of origin " + paper.certificate().referenceNo();
    }

    private String page(List<Typeface> fonts) {
        String families = fonts.stream().map(font -> "'" + font.family() + "'").collect(Collectors.joining(", "));
        out.append("<html lang=\"en\"><head><title>");
        text(documentTitle(paper));
        out.append("</title><meta name=\"subject\" content=\"Certificate of origin\"/><style>")
                .append(CertificateStyle.CSS.replace("FAMILIES", families))
                .append("</style></head><body>");
        heading();
        parties();
        journey();
        items();
        statements();
        codes();
        return out.append("</body></html>").toString();
    }

    private void heading() {
        out.append("<h1>Certificate of origin</h1><p class=\"agreement\">");
        text(paper.title());
        out.append("</p><table class=\"facts\"><tr>");
        fact("Certificate number", certificate.referenceNo().value());
        fact("Form", certificate.form());
        fact("Issued on", certificate.issuedAt().toString());
        fact("Valid until", paper.validUntil().toString());
        out.append("</tr></table>");
    }

    private void parties() {
        out.append("<h2>Parties</h2><table class=\"facts\"><tr>");
        fact("Exporter", party(certificate.exporter()));
        fact("Consignee", party(certificate.consignee()));
        out.append("</tr><tr>");
        fact("Producer", certificate.producer().map(CertificateHtml::party).orElse("not stated"));
        fact(
                "Invoiced by a third party",
                certificate.thirdPartyInvoicer().map(CertificateHtml::party).orElse("no"));
        out.append("</tr></table>");
    }

    private void journey() {
        Transport transport = certificate.transport();
        out.append("<h2>Transport</h2><table class=\"facts\"><tr>");
        fact("From", certificate.exportCountry() + port(transport.loading()));
        fact("To", certificate.importCountry() + port(transport.discharge()));
        fact("Departure", transport.departureDate().map(Object::toString).orElse("not stated"));
        fact("Vessel, flight or vehicle", transport.vessel().orElse("not stated"));
        out.append("</tr></table>");
        if (!transport.containers().isEmpty()) {
            paragraph("Containers: " + String.join(", ", transport.containers()));
        }
        if (!transport.transit().isEmpty()) {
            paragraph("Through: "
                    + transport.transit().stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
    }

    private void items() {
        out.append("<h2>Goods</h2><table class=\"items\"><thead><tr>");
        for (String head : List.of(
                "Item", "HS code", "Description, marks, packages", "Origin", "Criterion", "Quantity", "Invoice")) {
            out.append("<th scope=\"col\">").append(head).append("</th>");
        }
        out.append("</tr></thead><tbody>");
        certificate.items().forEach(this::item);
        out.append("</tbody></table>");
    }

    private void item(CertificateItem item) {
        out.append("<tr>");
        cell(Integer.toString(item.number()));
        cell(item.hs() + "\nHS " + item.hsEdition());
        cell(item.description()
                + item.marks().map(marks -> "\n" + marks).orElse("")
                + item.packages()
                        .map(packages -> "\n" + packages.number() + " " + packages.kind())
                        .orElse(""));
        cell(item.originCountry().value());
        cell(String.join(" + ", item.criterion().codes())
                + item.criterion()
                        .percent()
                        .map(percent -> " " + percent + " %")
                        .orElse(""));
        cell(item.quantity() + " " + item.unit()
                + item.grossWeightKg()
                        .map(weight -> "\n" + weight + " kg gross")
                        .orElse("")
                + item.fob()
                        .map(fob -> "\n" + fob.amount().toPlainString() + " " + fob.currency())
                        .orElse(""));
        cell(item.invoices().stream()
                .map(invoice -> invoice.number() + "\n" + invoice.date())
                .collect(Collectors.joining("\n")));
        out.append("</tr>");
    }

    private void statements() {
        out.append("<h2>Issue</h2>");
        paragraph(paper.issuer() + " (" + certificate.exportCountry() + "), " + certificate.office()
                + ", certifies that the goods above originate as stated.");
        if (!certificate.flags().isEmpty()) {
            paragraph("Applies: "
                    + new TreeSet<>(certificate.flags())
                            .stream().map(Flag::wire).collect(Collectors.joining(", ")));
        }
        certificate.ceCode().ifPresent(code -> paragraph("Certified exporter: " + code));
        certificate.exhibition().ifPresent(shown -> paragraph("Exhibition: " + shown.name() + ", " + shown.address()));
        certificate
                .originals()
                .forEach(original -> paragraph("On the basis of: " + original.referenceNo() + " of " + original.date()
                        + " (" + original.country() + "), item " + original.item() + ", " + original.quantity() + " "
                        + original.unit()));
    }

    private void codes() {
        out.append("<div class=\"codes\"><h2>Check this certificate</h2><table class=\"codes\"><tr>");
        code(paper.seal(), "Seal", "For officers: verifies without any network");
        code(paper.link(), "Link", "For everybody: opens the certificate online");
        out.append("</tr></table>");
        out.append("<p class=\"number\">Number ");
        text(certificate.referenceNo().value());
        out.append("</p><p class=\"small\">The signed electronic certificate is embedded in this PDF file as ");
        text(paper.credential().name());
        out.append(". Whoever holds the link can read the certificate.</p></div>");
    }

    private void code(String content, String name, String purpose) {
        out.append("<td><img alt=\"");
        text(name + " of certificate " + certificate.referenceNo() + " as a QR code");
        out.append("\" src=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(QrCode.of(content).png(PIXELS_PER_MODULE)))
                .append("\"/><p><strong>")
                .append(name)
                .append("</strong> ")
                .append(purpose)
                .append("</p></td>");
    }

    private void fact(String name, String value) {
        out.append("<td><p class=\"name\">").append(name).append("</p><p>");
        text(value);
        out.append("</p></td>");
    }

    private void cell(String value) {
        out.append("<td>");
        text(value);
        out.append("</td>");
    }

    private void paragraph(String value) {
        out.append("<p>");
        text(value);
        out.append("</p>");
    }

    /** Line breaks stay; other control characters, which have no glyph, become spaces. */
    private void text(String value) {
        value.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\n' -> out.append("<br/>");
                default -> out.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
            }
        });
    }

    private static String party(Party party) {
        return party.name()
                + party.address().map(address -> "\n" + address).orElse("")
                + "\n" + party.country()
                + party.id().map(id -> "\n" + id.scheme() + " " + id.value()).orElse("");
    }

    private static String port(Optional<String> locode) {
        return locode.map(code -> ", " + code).orElse("");
    }
}
