package org.entente.paper.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.entente.certs.credential.link.CredentialLink;
import org.entente.certs.credential.link.LinkHost;
import org.entente.certs.credential.seal.Seal;
import org.entente.certs.credential.seal.SealKey;
import org.entente.certs.credential.seal.SealKeys;
import org.entente.certs.credential.seal.SealStatus;
import org.entente.certs.credential.seal.SealText;
import org.entente.certs.key.SoftwareKey;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateItem;
import org.entente.model.origin.certificate.CertificateJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Printed certificates to test with. */
public final class Papers {
    /** Whose seal is printed. */
    public static final SoftwareKey KEY = SoftwareKey.generate();

    private static final LocalDate END = LocalDate.of(2027, 3, 5);
    private static final Instant MADE = Instant.parse("2026-03-05T04:05:06.789Z");

    private Papers() {}

    /** The sample certificate. */
    public static CertificatePaper sample() {
        return of(certificate("chafta-clean.json"));
    }

    static Certificate certificate(String sample) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of("..", "docs", "samples", sample));
            return CertificateJson.parse(bytes).certificate().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CertificatePaper of(Certificate certificate) {
        byte[] credential = "header.payload.signature".getBytes(StandardCharsets.US_ASCII);
        Digest hash = Digest.of(credential);
        Seal seal = Seal.of(certificate, END, hash, Optional.of(new SealStatus(1, 94_567)));
        CredentialLink link =
                CredentialLink.create(new LinkHost("https://verify.customs.example"), hash, new SecureRandom());
        return new CertificatePaper(
                certificate,
                "China-Australia Free Trade Agreement",
                "Sample administration",
                END,
                CredentialFile.jwt(credential),
                SealText.sign(seal, KEY),
                link.text(),
                MADE);
    }

    /** Trusts the key that sealed. */
    public static SealKeys trusted() {
        SealKey key = new SealKey(KEY.publicKeySpki(), Instant.parse("2026-01-01T00:00:00Z"), Optional.empty());
        return (issuer, keyId) -> keyId.equals(KEY.keyId()) ? Optional.of(key) : Optional.empty();
    }

    /** The same certificate with its first item under many numbers. */
    static Certificate withItems(Certificate certificate, List<Integer> numbers) {
        ObjectNode json = CertificateJson.write(certificate);
        ObjectNode first = (ObjectNode) json.get("items").get(0);
        ArrayNode items = json.putArray("items");
        numbers.forEach(number -> items.add(first.deepCopy().put("no", number)));
        return read(json);
    }

    /** The same certificate with so many invoices of one item. */
    static Certificate withInvoices(Certificate certificate, int count) {
        ObjectNode json = CertificateJson.write(certificate);
        ArrayNode invoices = ((ObjectNode) json.get("items").get(0)).putArray("invoices");
        for (int i = 1; i <= count; i++) {
            String number = "LONG-INVOICE-NUMBER-WITHOUT-ANY-SPACE-IN-IT-" + i + "X";
            invoices.addObject().put("number", number).put("date", "2026-03-02");
        }
        return read(json);
    }

    /** The same certificate with other words for its first item. */
    static Certificate withDescription(Certificate certificate, String description) {
        Certificate one = withItems(certificate, List.of(1));
        CertificateItem item = one.items().getFirst();
        CertificateItem other = new CertificateItem(
                item.number(),
                item.hs(),
                item.hsEdition(),
                description,
                item.marks(),
                item.packages(),
                item.quantity(),
                item.unit(),
                item.grossWeightKg(),
                item.fob(),
                item.criterion(),
                item.invoices(),
                item.originCountry());
        return new Certificate(
                one.agreement(),
                one.ruleSet(),
                one.form(),
                one.referenceNo(),
                one.office(),
                one.issuedAt(),
                one.exporter(),
                one.producer(),
                one.consignee(),
                one.exportCountry(),
                one.importCountry(),
                one.transport(),
                one.flags(),
                one.originals(),
                one.thirdPartyInvoicer(),
                one.exhibition(),
                one.ceCode(),
                List.of(other));
    }

    static byte[] font() {
        try (InputStream in = Papers.class.getResourceAsStream("/liberation/LiberationSerif-Regular.ttf")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Certificate read(ObjectNode json) {
        return CertificateJson.parse(json.toString().getBytes(StandardCharsets.UTF_8))
                .certificate()
                .orElseThrow();
    }

    /** The printed file. */
    public static byte[] print(CertificatePaper paper) {
        return ((Checked.Accepted<byte[]>) new CertificatePdf(List.of()).print(paper)).value();
    }
}
