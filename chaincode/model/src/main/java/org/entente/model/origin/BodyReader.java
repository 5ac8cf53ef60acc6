package org.entente.model.origin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;
import org.entente.model.member.MemberId;
import org.entente.model.origin.OriginStatement.Acknowledged;
import org.entente.model.origin.OriginStatement.Cancelled;
import org.entente.model.origin.OriginStatement.Issued;
import org.entente.model.origin.OriginStatement.Outcome;
import org.entente.model.origin.OriginStatement.Reason;
import org.entente.model.origin.OriginStatement.UseReversed;
import org.entente.model.origin.OriginStatement.Used;
import org.entente.model.origin.certificate.AgreementCode;
import org.entente.model.origin.certificate.CertificateDraft;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.origin.certificate.CodedMembers;
import org.entente.model.origin.certificate.OriginCode;
import org.entente.model.origin.certificate.Quantity;
import org.entente.model.origin.certificate.ReferenceNumber;
import org.entente.model.origin.certificate.UnitCode;
import org.entente.model.statement.StatementType;
import tools.jackson.databind.JsonNode;

/** Reads bodies: {@code schema/origin.certificate.*-1.json}. */
final class BodyReader {
    static final String POINTER = "/body";
    static final String CERTIFICATE = POINTER + "/certificate";
    private static final int MAX_REMARK = 500;

    private BodyReader() {}

    static Checked<OriginStatement> read(StatementType type, JsonNode body) {
        if (type.equals(OriginStatement.ISSUED)) {
            return readIssued(body);
        }
        Findings findings = new Findings();
        Optional<OriginStatement> statement = ObjectReader.of(body, POINTER, findings)
                .flatMap(in -> {
                    Optional<CertificateId> id = in.object("certificate").flatMap(BodyReader::certificateId);
                    Optional<OriginStatement> read = readOther(type, in, id, findings);
                    in.end();
                    return read;
                });
        return findings.hasErrors() || statement.isEmpty()
                ? new Checked.Rejected<>(findings.all())
                : new Checked.Accepted<>(statement.get(), List.of());
    }

    /** Without the rules: those are for the fold, which gives all findings at once. */
    private static Checked<OriginStatement> readIssued(JsonNode body) {
        Findings findings = new Findings();
        Optional<CertificateDraft> draft = draft(body, findings);
        draft.ifPresent(read -> read.findings().forEach(findings::add));
        return findings.hasErrors()
                ? new Checked.Rejected<>(findings.all())
                : new Checked.Accepted<>(
                        new Issued(draft.orElseThrow().certificate().orElseThrow()), List.of());
    }

    static Optional<CertificateDraft> draft(JsonNode body, Findings findings) {
        return ObjectReader.of(body, POINTER, findings).flatMap(in -> {
            Optional<JsonNode> certificate = in.any("certificate");
            in.end();
            return certificate.map(node -> CertificateJson.read(node, CERTIFICATE));
        });
    }

    private static Optional<OriginStatement> readOther(
            StatementType type, ObjectReader in, Optional<CertificateId> id, Findings findings) {
        if (type.equals(OriginStatement.ACKNOWLEDGED)) {
            return readAcknowledged(in, id, findings);
        }
        if (type.equals(OriginStatement.CANCELLED)) {
            Optional<String> remark = in.optionalText("remark", MAX_REMARK);
            return id.map(certificate -> new Cancelled(certificate, remark));
        }
        Optional<UseKey> use = useKey(in);
        if (type.equals(OriginStatement.USE_REVERSED)) {
            Optional<String> remark = in.optionalText("remark", MAX_REMARK);
            return id.flatMap(certificate -> use.map(key -> new UseReversed(certificate, key, remark)));
        }
        if (!type.equals(OriginStatement.USED)) {
            throw new IllegalArgumentException("not a statement about a certificate: " + type);
        }
        CodedMembers members = new CodedMembers(in, findings);
        Quantity quantity = members.quantity("quantity");
        UnitCode unit = members.unit("unit");
        LocalDate day = members.day("presentedOn");
        return findings.hasErrors()
                ? Optional.empty()
                : Optional.of(new Used(id.orElseThrow(), use.orElseThrow(), quantity, unit, day));
    }

    private static Optional<OriginStatement> readAcknowledged(
            ObjectReader in, Optional<CertificateId> id, Findings findings) {
        Optional<Outcome> outcome = in.parsed(
                "outcome",
                "accepted or refused",
                text -> text.equals("accepted")
                        ? Outcome.ACCEPTED
                        : text.equals("refused") ? Outcome.REFUSED : Outcome.valueOf("?"));
        List<Reason> reasons = new ArrayList<>();
        for (ObjectReader entry : in.objects("reasons", 0, 50)) {
            Optional<RefusalReason> code = entry.parsed("code", "a coded reason", RefusalReason::valueOf);
            List<Integer> items = entry.has("items") ? items(entry, findings) : List.of();
            Optional<String> remark = entry.optionalText("remark", MAX_REMARK);
            entry.end();
            code.ifPresent(reason -> reasons.add(new Reason(reason, items, remark)));
        }
        if (!findings.hasErrors() && (outcome.orElseThrow() == Outcome.ACCEPTED) != reasons.isEmpty()) {
            findings.add(OriginCode.ORIGIN_OUTCOME_INVALID, in.at("reasons"), reasons.size() + " reasons");
        }
        return findings.hasErrors()
                ? Optional.empty()
                : Optional.of(new Acknowledged(id.orElseThrow(), outcome.orElseThrow(), reasons));
    }

    private static List<Integer> items(ObjectReader in, Findings findings) {
        List<Integer> items = new ArrayList<>();
        in.any("items").ifPresent(list -> {
            boolean readable = list.isArray() && !list.isEmpty() && list.size() <= 500;
            if (readable) {
                for (JsonNode entry : list) {
                    readable &= entry.isIntegralNumber()
                            && entry.canConvertToInt()
                            && entry.intValue() >= 1
                            && entry.intValue() <= 9_999
                            && !items.contains(entry.intValue());
                    if (readable) {
                        items.add(entry.intValue());
                    }
                }
            }
            if (!readable) {
                findings.add(JsonCode.JSON_VALUE_INVALID, in.at("items"), "1 to 500 distinct item numbers");
            }
        });
        return items;
    }

    private static Optional<UseKey> useKey(ObjectReader in) {
        Optional<Long> item = in.integer("item", 1, 9_999);
        Optional<String> declaration = in.parsed("declaration", "a declaration number", UseKey::checkDeclaration);
        Optional<Long> line = in.integer("declarationItem", 1, 9_999);
        return item.isEmpty() || declaration.isEmpty() || line.isEmpty()
                ? Optional.empty()
                : Optional.of(new UseKey(
                        item.get().intValue(), declaration.get(), line.get().intValue()));
    }

    private static Optional<CertificateId> certificateId(ObjectReader in) {
        Optional<MemberId> issuer = in.parsed("issuer", "a member code", MemberId::new);
        Optional<AgreementCode> agreement = in.parsed("agreement", "an agreement code", AgreementCode::new);
        Optional<ReferenceNumber> reference = in.parsed("referenceNo", "a reference number", ReferenceNumber::new);
        in.end();
        return issuer.isEmpty() || agreement.isEmpty() || reference.isEmpty()
                ? Optional.empty()
                : Optional.of(new CertificateId(issuer.get(), agreement.get(), reference.get()));
    }
}
