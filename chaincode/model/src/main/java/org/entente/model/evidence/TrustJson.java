package org.entente.model.evidence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.ObjectReader;
import org.entente.model.json.StrictJson;
import org.entente.model.ledger.Digest;
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
        });
        node.put("trust", VERSION);
        return CanonicalJson.bytes(node);
    }

    static Checked<Trust> read(byte[] bytes) {
        return switch (StrictJson.parse(bytes, Trust.MAX_BYTES)) {
            case Checked.Rejected<JsonNode>(var found) -> new Checked.Rejected<>(found);
            case Checked.Accepted<JsonNode>(var node, var remarks) -> {
                Findings findings = new Findings();
                Map<MemberId, TrustedMember> members = new TreeMap<>();
                ObjectReader.of(node, "", findings).ifPresent(in -> readMembers(in, members, findings));
                yield findings.hasErrors()
                        ? new Checked.Rejected<>(findings.all())
                        : new Checked.Accepted<>(new Trust(members), List.of());
            }
        };
    }

    private static void readMembers(ObjectReader in, Map<MemberId, TrustedMember> members, Findings findings) {
        in.integer("trust", VERSION, VERSION);
        in.any("members").ifPresent(list -> {
            if (!list.isObject() || list.size() > MAX_MEMBERS) {
                findings.add(
                        EvidenceCode.EVIDENCE_TRUST_INVALID,
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
                            findings.add(
                                    EvidenceCode.EVIDENCE_TRUST_INVALID, inner.at(name), "a member code is expected");
                        }
                    }));
        });
        in.end();
    }

    private static TrustedMember readMember(ObjectReader in, Findings findings) {
        List<Digest> keys = in.parsedList("keys", 0, MAX_KEYS, "64 hexadecimal digits", Digest::new);
        List<String> roots = in.parsedList("roots", 0, MAX_ROOTS, "a certificate in PEM", TrustedMember::checkRoot);
        in.end();
        return findings.hasErrors() ? TrustedMember.UNKNOWN : new TrustedMember(Set.copyOf(keys), roots);
    }
}
