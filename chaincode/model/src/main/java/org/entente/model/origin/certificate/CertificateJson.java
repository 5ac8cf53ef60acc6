package org.entente.model.origin.certificate;

import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.json.MemberWriter;
import org.entente.model.json.ObjectReader;
import org.entente.model.json.StrictJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Certificates as JSON: {@code schema/origin.certificate.issued-1.json} describes the form. */
public final class CertificateJson {
    /** The longest certificate in bytes that is read from a file. */
    public static final int MAX_BYTES = 512 * 1024;

    private static final AgreementCode NO_AGREEMENT = new AgreementCode("XX");

    private static final String IDENTIFIER = "id";

    private CertificateJson() {}

    /**
     * Reads a certificate's form; its rules are for {@code CertificateCheck}.
     *
     * @param node any JSON value
     * @param pointer where it stands in its document (RFC 6901)
     * @return what could be read
     */
    public static CertificateDraft read(JsonNode node, String pointer) {
        Findings findings = new Findings();
        Optional<Certificate> tentative =
                ObjectReader.of(node, pointer, findings).flatMap(in -> readMembers(in, findings));
        return new CertificateDraft(tentative, pointer, findings);
    }

    /**
     * Reads a file.
     *
     * @param bytes UTF-8 JSON, canonical or not, at most {@link #MAX_BYTES}
     * @return what could be read
     */
    public static CertificateDraft parse(byte[] bytes) {
        return switch (StrictJson.parse(bytes, MAX_BYTES)) {
            case Checked.Accepted<JsonNode>(var node, var remarks) -> read(node, "");
            case Checked.Rejected<JsonNode>(var found) -> {
                Findings findings = new Findings();
                found.forEach(findings::add);
                yield new CertificateDraft(Optional.empty(), "", findings);
            }
        };
    }

    /**
     * Writes a certificate.
     *
     * @param certificate a certificate
     * @return JSON that {@link #read} gives back unchanged
     */
    public static ObjectNode write(Certificate certificate) {
        return MemberWriter.tree(out -> write(certificate, out, IDENTIFIER));
    }

    /**
     * Writes a certificate's members into something that need not be a tree.
     *
     * @param certificate a certificate
     * @param out where its members go; they are in the order of RFC 8785, from {@code agreement} to {@code transport}
     * @param identifier the name of a party's registered identifier: {@code id} here, but a form that is derived from this
     *     one may keep that name for something else
     */
    public static void write(Certificate certificate, MemberWriter out, String identifier) {
        new CertificateWriter(identifier).write(certificate, out);
    }

    private static Optional<Certificate> readMembers(ObjectReader in, Findings findings) {
        CodedMembers members = new CodedMembers(in, findings);
        PartReader parts = new PartReader(findings);
        ItemReader itemReader = new ItemReader(findings);
        List<CertificateItem> items = in.objects("items", 1, Certificate.MAX_ITEMS).stream()
                .map(itemReader::read)
                .toList();
        AgreementCode agreement = in.parsed("agreement", "an agreement code such as ATIGA", AgreementCode::new)
                .orElse(NO_AGREEMENT);
        String ruleSet = members.text("ruleSet", 80);
        String form = members.text("formType", 40);
        Optional<Certificate> certificate = items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Certificate(
                        agreement,
                        ruleSet,
                        form,
                        members.reference("referenceNo"),
                        members.text("office", 200),
                        members.day("issuedAt"),
                        parts.party(in.object("exporter")),
                        parts.optionalParty(in.optionalObject("producer")),
                        parts.party(in.object("consignee")),
                        members.country("exportCountry"),
                        members.country("importCountry"),
                        parts.transport(in.object("transport")),
                        parts.flags(in),
                        parts.originals(in),
                        parts.optionalParty(in.optionalObject("thirdPartyInvoicer")),
                        parts.exhibition(in.optionalObject("exhibition")),
                        in.optionalText("ceCode", 60),
                        items));
        if (certificate.isPresent()) {
            in.end();
        }
        return certificate;
    }
}
