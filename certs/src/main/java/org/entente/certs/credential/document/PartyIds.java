package org.entente.certs.credential.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A party's registered identifier is {@code id} in a certificate and {@code registration} in a credential: there JSON-LD
 * keeps {@code id} for addresses.
 */
final class PartyIds {
    /** Its name in a credential. */
    static final String REGISTRATION = "registration";

    static final String TYPE = "type";

    private static final String ID = "id";
    private static final List<String> PARTIES = List.of("exporter", "producer", "consignee", "thirdPartyInvoicer");

    /** Where the identifiers stand in a certificate, and where in a credential. */
    private static final Map<String, String> POINTERS = PARTIES.stream()
            .collect(Collectors.toUnmodifiableMap(
                    party -> "/" + party + "/" + ID, party -> "/" + party + "/" + REGISTRATION));

    private PartyIds() {}

    /** The pointer of each member that is not of a credential's form. */
    static List<String> foreign(ObjectNode subject) {
        List<String> foreign = new ArrayList<>();
        for (String party : PARTIES) {
            if (subject.path(party).has(ID)) {
                foreign.add("/" + party + "/" + ID);
            }
        }
        return foreign;
    }

    /** A copy in the certificate's form, without the subject's own type; what is the same in both is shared. */
    static ObjectNode toCertificate(ObjectNode subject) {
        ObjectNode certificate = subject.objectNode();
        for (Map.Entry<String, JsonNode> member : subject.properties()) {
            String name = member.getKey();
            if (!name.equals(TYPE)) {
                certificate.set(name, PARTIES.contains(name) ? party(member.getValue()) : member.getValue());
            }
        }
        return certificate;
    }

    private static JsonNode party(JsonNode given) {
        if (!(given instanceof ObjectNode party) || !party.has(REGISTRATION)) {
            return given;
        }
        ObjectNode renamed = party.objectNode();
        renamed.setAll(party);
        return renamed.set(ID, renamed.remove(REGISTRATION));
    }

    /** Where a member of the certificate stands in the credential. */
    static String pointer(String inCertificate) {
        int party = inCertificate.indexOf('/', 1);
        int end = party < 0 ? -1 : inCertificate.indexOf('/', party + 1);
        String id = end < 0 ? inCertificate : inCertificate.substring(0, end);
        String registration = POINTERS.get(id);
        return registration == null ? inCertificate : registration + inCertificate.substring(id.length());
    }
}
