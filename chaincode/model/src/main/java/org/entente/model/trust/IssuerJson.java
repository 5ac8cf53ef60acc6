package org.entente.model.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Findings;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;
import org.entente.model.json.StrictJson;
import org.entente.model.json.UtcTime;
import org.entente.model.ledger.Position;
import org.entente.model.member.Admission;
import org.entente.model.member.VerificationKey;
import org.entente.model.member.VerificationKeyJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@link TrustedIssuer} as JSON, a part of the trust file. */
final class IssuerJson {
    private IssuerJson() {}

    static void write(TrustedIssuer issuer, ObjectNode node) {
        node.put("did", issuer.did());
        node.put("name", issuer.name());
        ArrayNode keys = node.putArray("keys");
        for (TrustedKey key : issuer.keys()) {
            ObjectNode entry = keys.addObject();
            VerificationKeyJson.write(key.key(), entry);
            key.withdrawn().ifPresent(position -> write(position, entry.putObject("withdrawn")));
        }
        ArrayNode entitlements = node.putArray("entitlements");
        for (Entitlement entitlement : issuer.entitlements()) {
            ObjectNode entry = entitlements.addObject();
            entry.put("agreement", entitlement.agreement());
            entry.put("claim", entitlement.claim());
            entitlement.from().ifPresent(from -> entry.put("from", from.toString()));
            entitlement.until().ifPresent(until -> entry.put("until", until.toString()));
        }
    }

    static Optional<TrustedIssuer> read(ObjectReader in, Findings findings) {
        Optional<String> name = in.text("name", Admission.MAX_NAME_LENGTH);
        Optional<String> did = in.parsed("did", "a DID", Admission::checkDid);
        List<TrustedKey> keys = in.objects("keys", 0, TrustedIssuer.MAX_KEYS).stream()
                .flatMap(entry -> readKey(entry, findings).stream())
                .toList();
        List<Entitlement> entitlements = in.objects("entitlements", 0, TrustedIssuer.MAX_ENTITLEMENTS).stream()
                .flatMap(entry -> readEntitlement(entry, findings).stream())
                .toList();
        in.end();
        if (findings.hasErrors()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TrustedIssuer(name.orElseThrow(), did.orElseThrow(), keys, entitlements));
        } catch (IllegalArgumentException e) {
            findings.add(JsonCode.JSON_VALUE_INVALID, in.at("keys"), "distinct key ids are expected");
            return Optional.empty();
        }
    }

    private static Optional<TrustedKey> readKey(ObjectReader in, Findings findings) {
        Optional<VerificationKey> key = VerificationKeyJson.read(in, findings);
        Optional<Position> withdrawn = in.optionalObject("withdrawn").flatMap(IssuerJson::readPosition);
        in.end();
        try {
            return key.map(each -> new TrustedKey(each, withdrawn));
        } catch (IllegalArgumentException e) {
            findings.add(JsonCode.JSON_VALUE_INVALID, in.at("purposes"), "a key for credentials is expected");
            return Optional.empty();
        }
    }

    private static Optional<Entitlement> readEntitlement(ObjectReader in, Findings findings) {
        Optional<String> claim = in.parsed("claim", "such as origin.certificate", Entitlement::checkClaim);
        Optional<String> agreement = in.parsed("agreement", "an agreement's code", Entitlement::checkAgreement);
        Optional<Instant> from = in.optionalParsed("from", "a UTC time", UtcTime::parse);
        Optional<Instant> until = in.optionalParsed("until", "a UTC time", UtcTime::parse);
        in.end();
        if (claim.isEmpty() || agreement.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Entitlement(claim.get(), agreement.get(), from, until));
        } catch (IllegalArgumentException e) {
            findings.add(JsonCode.JSON_VALUE_INVALID, in.at("until"), "after from");
            return Optional.empty();
        }
    }

    static void write(Position position, ObjectNode node) {
        node.put("block", position.block());
        node.put("transaction", position.transaction());
        node.put("index", position.index());
    }

    static Optional<Position> readPosition(ObjectReader in) {
        Optional<Long> block = in.integer("block", 0, StrictJson.LARGEST_INTEGER);
        Optional<Long> transaction = in.integer("transaction", 0, Integer.MAX_VALUE);
        Optional<Long> index = in.integer("index", 0, Integer.MAX_VALUE);
        in.end();
        return block.isPresent() && transaction.isPresent() && index.isPresent()
                ? Optional.of(new Position(
                        block.get(), transaction.get().intValue(), index.get().intValue()))
                : Optional.empty();
    }
}
