package org.entente.api.verification;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.entente.api.body.JsonBody;
import org.entente.model.finding.Findings;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;
import org.entente.model.member.MemberId;
import org.entente.model.origin.certificate.AgreementCode;
import org.entente.model.origin.certificate.ReferenceNumber;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what is to be checked from a JSON body: exactly one of its members. */
final class VerificationForm {
    private static final int LONGEST = 600_000;

    private VerificationForm() {}

    /**
     * What an officer asks, for the API's description.
     *
     * @param credential a vc+jwt as text, or a credential in JSON as an object
     * @param text what stands in a QR code
     * @param number a certificate's number
     */
    record Officer(
            @Nullable String credential,
            @Nullable String text,
            @Nullable CertificateNumber number) {}

    /**
     * What anybody asks, for the API's description.
     *
     * @param credential a vc+jwt as text, or a credential in JSON as an object
     * @param text what stands in a QR code
     */
    record Anybody(@Nullable String credential, @Nullable String text) {}

    /**
     * A certificate's number. Without issuer or agreement, every certificate is meant that this administration issued or
     * was told of.
     *
     * @param issuer the administration's code
     * @param agreement under which
     * @param referenceNo its number
     */
    record CertificateNumber(
            @Nullable String issuer, @Nullable String agreement, String referenceNo) {}

    static Presented read(JsonBody body, boolean officer) {
        Presented presented = body.read((in, findings) -> {
            Optional<Presented> credential = in.has("credential")
                    ? in.any("credential").flatMap(node -> credential(node, in, findings))
                    : Optional.empty();
            Optional<Presented> text = in.optionalText("text", LONGEST).map(Presented.Code::new);
            Optional<Presented> number =
                    officer ? in.optionalObject("number").flatMap(VerificationForm::number) : Optional.empty();
            List<Presented> all = java.util.stream.Stream.of(credential, text, number)
                    .flatMap(Optional::stream)
                    .toList();
            if (all.size() != 1 && !findings.hasErrors()) {
                findings.add(JsonCode.JSON_VALUE_INVALID, "", "exactly one thing to check is expected");
            }
            return all.stream().findFirst();
        });
        return presented;
    }

    private static Optional<Presented> credential(JsonNode node, ObjectReader in, Findings findings) {
        if (node.isString()) {
            return Optional.of(new Presented.Content(node.stringValue().getBytes(StandardCharsets.UTF_8)));
        }
        if (node.isObject()) {
            return Optional.of(new Presented.Content(CanonicalJson.bytes(node)));
        }
        findings.add(JsonCode.JSON_TYPE_WRONG, in.at("credential"), "a text or an object is expected");
        return Optional.empty();
    }

    private static Optional<Presented> number(ObjectReader in) {
        // Whatever is wrong with issuer or agreement is a finding, and refuses the whole body.
        Optional<MemberId> issuer = in.optionalParsed("issuer", "a country code", MemberId::new);
        Optional<AgreementCode> agreement = in.optionalParsed("agreement", "an agreement's code", AgreementCode::new);
        Optional<ReferenceNumber> number = in.parsed("referenceNo", "a number", ReferenceNumber::new);
        in.end();
        return number.map(each -> new Presented.Numbered(issuer, agreement, each));
    }
}
