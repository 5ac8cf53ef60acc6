package org.entente.certs.credential.integrity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.certs.credential.did.Base58;
import org.entente.certs.credential.did.KeyAddress;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.ObjectReader;
import org.entente.model.json.ReadJson;
import org.entente.model.json.UtcTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one secured credential. */
final class ProofReader {
    private static final String PROOF = "/proof";
    private static final int SIGNATURE_LENGTH = 64;
    private static final Set<Securing> SUITES = Set.of(Securing.ECDSA_JCS_2019, Securing.EDDSA_JCS_2022);

    /** The form that is read without a formatter. */
    private static final String USUAL_MOMENT = "2026-05-03T10:32:00Z";

    private final Findings findings = new Findings();

    Checked<SecuredCredential> read(ReadJson secured) {
        Optional<SecuredCredential> read = proofOf(secured.value()).flatMap(proof -> read(secured, proof));
        return findings.hasErrors() || read.isEmpty()
                ? new Checked.Rejected<>(findings.all())
                : new Checked.Accepted<>(read.get(), List.of());
    }

    /** One object, or a set of one: which of several would count is not for us to choose. */
    private Optional<ObjectNode> proofOf(JsonNode secured) {
        JsonNode proof = secured.path("proof");
        JsonNode only = proof.isArray() && proof.size() == 1 ? proof.get(0) : proof;
        if (only instanceof ObjectNode object) {
            return Optional.of(object);
        }
        findings.add(CredentialCode.CREDENTIAL_PROOF_MALFORMED, PROOF, "exactly one proof is expected");
        return Optional.empty();
    }

    private Optional<SecuredCredential> read(ReadJson secured, ObjectNode proof) {
        ObjectReader in = ObjectReader.of(proof, PROOF, findings).orElseThrow();
        Optional<Securing> securing = securing(in);
        expect(in, "proofPurpose", DataIntegrity.PURPOSE);
        Optional<KeyAddress> key = in.parsed(
                "verificationMethod",
                "a DID with the key as fragment",
                text -> KeyAddress.parse(text).orElseThrow(IllegalArgumentException::new));
        Optional<Instant> created = in.optionalParsed("created", "a moment (RFC 3339)", ProofReader::moment);
        Optional<Instant> expires = in.optionalParsed("expires", "a moment (RFC 3339)", ProofReader::moment);
        Optional<byte[]> signature = in.text("proofValue", 200).flatMap(this::signature);
        in.has(DataIntegrity.CONTEXT);
        in.has("id");
        in.end();
        Optional<Signed> document = document(secured, proof);
        if (findings.hasErrors() || securing.isEmpty() || key.isEmpty() || signature.isEmpty() || document.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode configuration = without(proof, "proofValue");
        return Optional.of(new SecuredCredential(
                securing.get(),
                document.get().document(),
                Optional.empty(),
                key.get(),
                created,
                expires,
                DataIntegrity.hashData(
                        CanonicalJson.bytes(configuration), document.get().canonical()),
                signature.get()));
    }

    private Optional<Securing> securing(ObjectReader in) {
        Optional<String> type = in.text("type", 100);
        Optional<String> suite = in.text("cryptosuite", 100);
        if (type.isPresent() && !type.get().equals(DataIntegrity.TYPE)) {
            findings.add(CredentialCode.CREDENTIAL_SECURING_UNKNOWN, in.at("type"), "only " + DataIntegrity.TYPE);
        }
        Optional<Securing> securing = suite.flatMap(Securing::ofWire).filter(SUITES::contains);
        if (suite.isPresent() && securing.isEmpty()) {
            findings.add(
                    CredentialCode.CREDENTIAL_SECURING_UNKNOWN,
                    in.at("cryptosuite"),
                    "only ecdsa-jcs-2019 and eddsa-jcs-2022");
        }
        return securing;
    }

    /**
     * What was signed: the credential without its proof, and with the proof's context where that has one. The credential's
     * own must start with it (3.3.2, step 4).
     */
    private Optional<Signed> document(ReadJson secured, ObjectNode proof) {
        ObjectNode document = without((ObjectNode) secured.value(), DataIntegrity.PROOF);
        JsonNode context = proof.get(DataIntegrity.CONTEXT);
        JsonNode own = document.path(DataIntegrity.CONTEXT);
        if (context != null && !context.equals(own)) {
            if (!startsWith(own, context)) {
                findings.add(
                        CredentialCode.CREDENTIAL_PROOF_MALFORMED,
                        PROOF + "/@context",
                        "the credential's context does not start with it");
                return Optional.empty();
            }
            document.set(DataIntegrity.CONTEXT, context);
            return Optional.of(new Signed(document, CanonicalJson.bytes(document)));
        }
        return Optional.of(new Signed(document, secured.canonicalWithout(DataIntegrity.PROOF)));
    }

    /** The document that a proof is over, and its bytes. */
    private record Signed(ObjectNode document, byte[] canonical) {}

    /** A shallow copy: nothing below is changed. */
    private static ObjectNode without(ObjectNode object, String name) {
        ObjectNode copy = object.objectNode();
        copy.setAll(object);
        copy.remove(name);
        return copy;
    }

    private static boolean startsWith(JsonNode whole, JsonNode start) {
        if (!start.isArray() || !whole.isArray()) {
            return whole.equals(start);
        }
        for (int i = 0; i < start.size(); i++) {
            if (!start.get(i).equals(whole.path(i))) {
                return false;
            }
        }
        return true;
    }

    private Optional<byte[]> signature(String text) {
        Optional<byte[]> bytes = Base58.parseMultibase(text).filter(each -> each.length == SIGNATURE_LENGTH);
        if (bytes.isEmpty()) {
            findings.add(
                    CredentialCode.CREDENTIAL_ENCODING_INVALID, PROOF + "/proofValue", "64 bytes in base58btc (z...)");
        }
        return bytes;
    }

    private void expect(ObjectReader in, String name, String expected) {
        Optional<String> value = in.text(name, 100);
        if (value.isPresent() && !value.get().equals(expected)) {
            findings.add(CredentialCode.CREDENTIAL_PROOF_MALFORMED, in.at(name), "only " + expected);
        }
    }

    private static Instant moment(String text) {
        boolean usual = text.length() == USUAL_MOMENT.length() && text.charAt(10) == 'T' && text.endsWith("Z");
        return usual
                ? UtcTime.parse(text)
                : UtcTime.check(OffsetDateTime.parse(text).toInstant());
    }
}
