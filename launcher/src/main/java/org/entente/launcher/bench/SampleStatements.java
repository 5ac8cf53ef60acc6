package org.entente.launcher.bench;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.client.outbox.StatementRequest;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.certificate.AgreementCode;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.ReferenceNumber;
import org.entente.model.statement.Salt;
import org.entente.model.statement.StatementDraft;
import org.entente.model.statement.StatementId;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Issued certificates of origin, each about goods of its own and each 1,024 bytes on the ledger in the first million
 * statements of its stream, give or take the digits of its number. Safe for many threads.
 */
final class SampleStatements {
    /** What a statement measures in canonical form. */
    static final int BYTES = 1_024;

    private static final AgreementCode AGREEMENT = new AgreementCode("BENCH");
    private static final Instant TRUE_FROM = Instant.parse("2026-03-05T00:00:00Z");
    private static final String OFFICER = "bench";
    private static final String GOODS = "Malting barley in bulk, crop 2025";
    private static final int MIDDLING_SEQUENCE = 10_000;
    private static final int DIGITS = 9;

    private final AtomicLong next = new AtomicLong(1);
    private final String padding;

    SampleStatements() {
        StreamId anyStream = new StreamId(new MemberId("AU"), new MemberId("CN"));
        int bare = draft(anyStream, "")
                .seal(MIDDLING_SEQUENCE, org.entente.model.ledger.Digest.of(new byte[0]))
                .bytes()
                .length;
        if (bare > BYTES) {
            throw new IllegalStateException("the smallest certificate has " + bare + " bytes");
        }
        this.padding = "x".repeat(BYTES - bare);
    }

    /** What a client asks of the outbox. */
    StatementRequest request(StreamId stream) {
        CertificateId id = id(stream);
        return new StatementRequest(
                "bench",
                "bench",
                id.subject(),
                stream.audience(),
                OriginStatement.ISSUED,
                id.subject(),
                TRUE_FROM,
                OFFICER,
                body(stream, id, padding));
    }

    /** The same without an outbox. */
    StatementDraft draft(StreamId stream) {
        return draft(stream, padding);
    }

    private StatementDraft draft(StreamId stream, String more) {
        CertificateId id = id(stream);
        String number = id.referenceNo().value().substring(1);
        return new StatementDraft(
                stream,
                new StatementId("0".repeat(64 - DIGITS) + number),
                OriginStatement.ISSUED,
                id.subject(),
                TRUE_FROM,
                OFFICER,
                Salt.of(new byte[16]),
                body(stream, id, more));
    }

    private CertificateId id(StreamId stream) {
        String number = Long.toString(next.getAndIncrement());
        return new CertificateId(
                stream.author(), AGREEMENT, new ReferenceNumber("B" + "0".repeat(DIGITS - number.length()) + number));
    }

    private static ObjectNode body(StreamId stream, CertificateId id, String more) {
        String from = stream.author().value();
        String to = stream.audience().value();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode certificate = body.putObject("certificate")
                .put("agreement", AGREEMENT.value())
                .put("ruleSet", "bench-1")
                .put("formType", "BENCH")
                .put("referenceNo", id.referenceNo().value())
                .put("office", "Office")
                .put("issuedAt", "2026-03-05")
                .put("exportCountry", from)
                .put("importCountry", to);
        certificate.putObject("exporter").put("name", "Exporter").put("country", from);
        certificate.putObject("consignee").put("name", "Consignee").put("country", to);
        certificate.putObject("transport").put("departureDate", "2026-03-10");
        ObjectNode item = certificate.putArray("items").addObject();
        item.put("no", 1)
                .put("hs", "100390")
                .put("hsEdition", 2022)
                .put("description", GOODS + more)
                .put("quantity", "100")
                .put("unit", "TNE")
                .put("originCountry", from);
        item.putArray("criteria").add("WO");
        item.putArray("invoices").addObject().put("number", "INV-1").put("date", "2026-03-02");
        return body;
    }
}
