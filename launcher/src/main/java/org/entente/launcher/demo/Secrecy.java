package org.entente.launcher.demo;

import java.util.Set;
import java.util.TreeSet;
import org.entente.leak.LeakSearch;
import org.entente.model.json.CanonicalJson;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateJson;
import tools.jackson.databind.JsonNode;

/**
 * Every text of a certificate that nobody else may learn, and the whole of it; without what is so short (country codes,
 * units) that it stands everywhere by chance.
 */
final class Secrecy {
    private Secrecy() {}

    static Set<String> textsOf(Certificate certificate) {
        Set<String> texts = new TreeSet<>();
        JsonNode json = CertificateJson.write(certificate);
        collect(json, texts);
        texts.add(certificate.id().subject());
        texts.add(new String(CanonicalJson.bytes(json), java.nio.charset.StandardCharsets.UTF_8));
        // Public knowledge: the names of rule sets and agreements stand on the ledger for all.
        texts.remove(certificate.ruleSet());
        texts.remove(certificate.agreement().value());
        texts.removeIf(text -> text.length() < LeakSearch.SHORTEST || saysNothing(text));
        return texts;
    }

    /** Such as a number of zeros only, which is in the name of every file of a write-ahead log. */
    private static boolean saysNothing(String text) {
        return text.chars().distinct().count() == 1;
    }

    private static void collect(JsonNode node, Set<String> texts) {
        if (node.isString()) {
            texts.add(node.stringValue());
        }
        node.forEach(child -> collect(child, texts));
    }
}
