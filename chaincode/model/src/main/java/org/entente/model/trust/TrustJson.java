package org.entente.model.trust;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;
import org.entente.model.json.StrictJson;
import org.entente.model.json.UtcTime;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@link Trust} as JSON: {@code schema/trust-1.json}. */
final class TrustJson {
    private static final int VERSION = 1;
    private static final int MAX_MEMBERS = 100;
    private static final int MAX_KEYS = 100;
    private static final int MAX_ROOTS = 20;

    private TrustJson() {}

    static byte[] write(Trust trust) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode members = node.putObject("members");
        trust.members().forEach((member, trusted) -> {
            ObjectNode entry = members.putObject(member.value());
            ArrayNode keys = entry.putArray("keys");
            trusted.keys().stream().map(Digest::hex).sorted().forEach(keys::add);
            ArrayNode roots = entry.putArray("roots");
            trusted.roots().forEach(roots::add);
            trusted.issuer().ifPresent(issuer -> IssuerJson.write(issuer, entry.putObject("issuer")));
        });
        trust.asOf().ifPresent(asOf -> writeAsOf(asOf, node.putObject("asOf")));
        node.put("trust", VERSION);
        return CanonicalJson.bytes(node);
    }

    static Checked<Trust> read(byte[] bytes) {
        return switch (StrictJson.parse(bytes, Trust.MAX_BYTES)) {
            case Checked.Rejected<JsonNode>(var found) -> new Checked.Rejected<>(found);
            case Checked.Accepted<JsonNode>(var node, var remarks) -> {
                Findings findings = new Findings();
                Map<MemberId, TrustedMember> members = new TreeMap<>();
                Optional<AsOf> asOf = ObjectReader.of(node, "", findings).flatMap(in -> {
                    Optional<AsOf> read = in.optionalObject("asOf").flatMap(TrustJson::readAsOf);
                    readMembers(in, members, findings);
                    return read;
                });
                yield trust(members, asOf, findings);
            }
        };
    }

    private static Checked<Trust> trust(Map<MemberId, TrustedMember> members, Optional<AsOf> asOf, Findings findings) {
        try {
            if (!findings.hasErrors()) {
                return new Checked.Accepted<>(new Trust(members, asOf), List.of());
            }
        } catch (IllegalArgumentException e) {
            findings.add(
                    JsonCode.JSON_VALUE_INVALID,
                    "/members",
                    "issuers need asOf at the top, and a DID of their own each");
        }
        return new Checked.Rejected<>(findings.all());
    }

    private static void writeAsOf(AsOf asOf, ObjectNode node) {
        node.put("time", asOf.time().toString());
        asOf.position().ifPresent(position -> IssuerJson.write(position, node.putObject("position")));
    }

    private static Optional<AsOf> readAsOf(ObjectReader in) {
        Optional<Instant> time = in.parsed("time", "a UTC time", UtcTime::parse);
        Optional<Position> position = in.optionalObject("position").flatMap(IssuerJson::readPosition);
        in.end();
        return time.map(each -> new AsOf(each, position));
    }

    private static void readMembers(ObjectReader in, Map<MemberId, TrustedMember> members, Findings findings) {
        in.integer("trust", VERSION, VERSION);
        in.any("members").ifPresent(list -> {
            if (!list.isObject() || list.size() > MAX_MEMBERS) {
                findings.add(
                        JsonCode.JSON_VALUE_INVALID,
                        in.at("members"),
                        "an object of at most " + MAX_MEMBERS + " members is expected");
                return;
            }
            in.object("members")
                    .ifPresent(inner -> list.propertyNames().forEach(name -> {
                        if (MemberId.isValid(name)) {
                            inner.object(name)
                                    .ifPresent(entry -> members.put(new MemberId(name), readMember(entry, findings)));
                        } else {
                            findings.add(JsonCode.JSON_VALUE_INVALID, inner.at(name), "a member code is expected");
                        }
                    }));
        });
        in.end();
    }

    private static TrustedMember readMember(ObjectReader in, Findings findings) {
        List<Digest> keys = in.parsedList("keys", 0, MAX_KEYS, "64 hexadecimal digits", Digest::new);
        List<String> roots = in.parsedList("roots", 0, MAX_ROOTS, "a certificate in PEM", TrustedMember::checkRoot);
        Optional<TrustedIssuer> issuer = in.optionalObject("issuer").flatMap(entry -> IssuerJson.read(entry, findings));
        in.end();
        return findings.hasErrors() ? TrustedMember.UNKNOWN : new TrustedMember(Set.copyOf(keys), roots, issuer);
    }
}
