package org.entente.model.member;

import java.util.Optional;
import org.entente.model.finding.Findings;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.ObjectReader;
import org.entente.model.ledger.Digest;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@link RuleSetDigest} as JSON: {@code schema/ruleset-1.json}. */
final class RuleSetJson {
    private RuleSetJson() {}

    static byte[] write(RuleSetDigest ruleSet) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("digest", ruleSet.digest().hex());
        node.put("name", ruleSet.name());
        node.put("record", RecordReader.VERSION);
        return CanonicalJson.bytes(node);
    }

    static Optional<RuleSetDigest> read(ObjectReader in, Findings findings) {
        Optional<String> name = in.parsed("name", "a rule set's name", RuleSetDigest::checkName);
        Optional<Digest> digest = in.parsed("digest", "64 hexadecimal digits", Digest::new);
        return findings.hasErrors()
                ? Optional.empty()
                : Optional.of(new RuleSetDigest(name.orElseThrow(), digest.orElseThrow()));
    }
}
