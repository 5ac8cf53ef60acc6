package org.entente.certs.credential.document;

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
        rename(subject, ID, REGISTRATION);
    }

    /** The pointer of each member that is not of a credential's form. */
    static List<String> foreign(ObjectNode subject) {
        return PARTIES.stream()
                .filter(party -> subject.path(party).has(ID))
                .map(party -> "/" + party + "/" + ID)
                .toList();
    }

    static void toCertificate(ObjectNode subject) {
        rename(subject, REGISTRATION, ID);
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

    private static void rename(ObjectNode subject, String from, String to) {
        for (String name : PARTIES) {
            if (subject.path(name) instanceof ObjectNode party) {
                JsonNode value = party.remove(from);
                if (value != null) {
                    party.set(to, value);
                }
            }
        }
    }
}
