package org.entente.model.member;

import java.util.Optional;
import org.entente.model.finding.Findings;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.JsonCode;
import org.entente.model.json.ObjectReader;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@link Admission} as JSON: {@code schema/member-admission-1.json}. */
final class AdmissionJson {
    private AdmissionJson() {}

    static byte[] write(Admission admission) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("admitted", admission.admitted());
        node.put("did", admission.did());
        node.put("member", admission.member().value());
        node.put("name", admission.name());
        node.put("record", RecordReader.VERSION);
        return CanonicalJson.bytes(node);
    }

    static Optional<Admission> read(ObjectReader in, Findings findings) {
        Optional<MemberId> member = in.parsed("member", "a member code", MemberId::new);
        Optional<String> name = in.text("name", Admission.MAX_NAME_LENGTH);
        Optional<String> did = in.parsed("did", "a DID", Admission::checkDid);
        if (!in.has("admitted")) {
            findings.add(JsonCode.JSON_MEMBER_MISSING, in.at("admitted"), "required");
        }
        boolean admitted = in.flag("admitted");
        return findings.hasErrors()
                ? Optional.empty()
                : Optional.of(new Admission(member.orElseThrow(), name.orElseThrow(), did.orElseThrow(), admitted));
    }
}
