package org.entente.launcher.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Checked;
import org.entente.model.member.MemberId;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.UseKey;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.origin.certificate.Quantity;
import org.entente.model.origin.check.CertificateCheck;
import org.entente.model.shipped.ShippedRules;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Certificates that Australia issues to China, each with item 1 of 100 t, and China's uses of them. */
final class Certificates {
    /** What item 1 covers. */
    static final long QUANTITY = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SAMPLE = Path.of("..", "docs", "samples", "chafta-clean.json");

    /** Words of the sample that must not be found outside the two members' own files. */
    static final List<String> PRIVATE_WORDS =
            List.of("Sample Grain Exports", "Sample Foods (Shanghai)", "Malting barley", "SAMPLE-INV-1001");

    private Certificates() {}

    static Certificate certificate(String number) {
        try {
            ObjectNode sample = (ObjectNode) JSON.readTree(Files.readAllBytes(SAMPLE));
            sample.put("referenceNo", "FAULT-" + number);
            return switch (new CertificateCheck(ShippedRules.RULE_SETS)
                    .check(CertificateJson.parse(JSON.writeValueAsBytes(sample)))) {
                case Checked.Accepted<Certificate>(var certificate, var remarks) -> certificate;
                case Checked.Rejected<Certificate>(var findings) -> throw new IllegalStateException("" + findings);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Request issue(String number) {
        Certificate certificate = certificate(number);
        return request("AU", "CN", "issue " + number, certificate.id(), 0, new OriginStatement.Issued(certificate));
    }

    /** One declaration uses item 1 as often as it has items: that every agreement allows. */
    static Request use(String number, int declarationItem, long amount) {
        Certificate certificate = certificate(number);
        CertificateId id = certificate.id();
        UseKey key = new UseKey(1, "D-" + number, declarationItem);
        Quantity quantity = new Quantity(BigDecimal.valueOf(amount));
        OriginStatement used = new OriginStatement.Used(
                id, key, quantity, certificate.items().getFirst().unit(), LocalDate.of(2026, 4, 1));
        return request("CN", "AU", "use " + number + " " + declarationItem, id, amount, used);
    }

    static Request cancel(String number) {
        CertificateId id = certificate(number).id();
        return request("AU", "CN", "cancel " + number, id, 0, new OriginStatement.Cancelled(id, Optional.empty()));
    }

    private static Request request(
            String author, String audience, String key, CertificateId id, long amount, OriginStatement statement) {
        ObjectNode line = JSON.createObjectNode()
                .put("do", "accept")
                .put("key", key)
                .put("audience", new MemberId(audience).value())
                .put("type", statement.type().name())
                .put("subject", id.subject())
                .put("effectiveFrom", "2026-04-01T00:00:00Z");
        line.set("body", statement.body());
        return new Request(author, key, id.subject(), amount, line);
    }
}
