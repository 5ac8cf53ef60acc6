package org.entente.certs.credential.document;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A party's registered identifier is {@code id} in a certificate and {@code registration} in a credential: there JSON-LD
 * keeps {@code id} for addresses.
 */
final class PartyIds {
    /** Its name in a credential. */
    static final String REGISTRATION = "registration";

    private static final String ID = "id";
    private static final List<String> PARTIES = List.of("exporter", "producer", "consignee", "thirdPartyInvoicer");

    private PartyIds() {}

    static void toCredential(ObjectNode subject) {
        for (String name : PARTIES) {
            if (subject.path(name) instanceof ObjectNode party) {
                JsonNode value = party.remove(ID);
                if (value != null) {
                    party.set(REGISTRATION, value);
                }
            }
        }
    }

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

    /** A copy in the certificate's form; what is the same in both is shared. */
    static ObjectNode toCertificate(ObjectNode subject) {
        ObjectNode certificate = copy(subject);
        for (String name : PARTIES) {
            if (certificate.path(name) instanceof ObjectNode party && party.has(REGISTRATION)) {
                ObjectNode renamed = copy(party);
                certificate.set(name, renamed.set(ID, renamed.remove(REGISTRATION)));
            }
        }
        return certificate;
    }

    private static ObjectNode copy(ObjectNode object) {
        ObjectNode copy = object.objectNode();
        copy.setAll(object);
        return copy;
    }

    /** Where a member of the certificate stands in the credential. */
    static String pointer(String inCertificate) {
        for (String party : PARTIES) {
            String id = "/" + party + "/" + ID;
            if (inCertificate.equals(id) || inCertificate.startsWith(id + "/")) {
                return "/" + party + "/" + REGISTRATION + inCertificate.substring(id.length());
            }
        }
        return inCertificate;
    }
}
