package org.entente.certs.credential.integrity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.entente.certs.credential.did.Base58;
import org.entente.certs.credential.did.KeyAddress;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.proof.Securing;
import org.entente.certs.credential.proof.Signing;
import org.entente.certs.key.KeyAlgorithm;
import org.entente.certs.key.SigningKey;
import org.entente.model.finding.Checked;
import org.entente.model.json.CanonicalJson;
import org.entente.model.json.StrictJson;
import org.entente.model.ledger.Digest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Data Integrity proofs over canonical JSON: {@code ecdsa-jcs-2019} and {@code eddsa-jcs-2022} (W3C Recommendations of May
 * 2025). What is signed is SHA-256 of the proof without its value, then SHA-256 of the credential without its proof.
 */
public final class DataIntegrity {
    static final String TYPE = "DataIntegrityProof";
    static final String PROOF = "proof";
    static final String PURPOSE = "assertionMethod";

    private DataIntegrity() {}

    /**
     * Secures a credential.
     *
     * @param document the claims, without a proof
     * @param key a key; its algorithm decides the suite
     * @param address how verifiers find the key
     * @param created now; written in whole seconds
     * @param expires last moment of the proof; empty if only the credential ends
     * @return the claims with their proof
     */
    public static ObjectNode sign(
            ObjectNode document, SigningKey key, KeyAddress address, Instant created, Optional<Instant> expires) {
        ObjectNode proof = configuration(document, key, address, created, expires);
        withValue(proof, key, CanonicalJson.bytes(document));
        ObjectNode secured = document.deepCopy();
        secured.set(PROOF, proof);
        return secured;
    }

    /**
     * Like {@link #sign}, straight to bytes: the document is brought into canonical form once, for signature and result.
     *
     * @param document the claims, without a proof
     * @param key a key; its algorithm decides the suite
     * @param address how verifiers find the key
     * @param created now; written in whole seconds
     * @return the claims with their proof, as canonical JSON
     */
    public static byte[] secure(ObjectNode document, SigningKey key, KeyAddress address, Instant created) {
        ObjectNode proof = configuration(document, key, address, created, Optional.empty());
        SplicedMember spliced = SplicedMember.before(document, PROOF);
        withValue(proof, key, spliced.whole());
        return spliced.with(CanonicalJson.bytes(proof, StrictJson.MAX_DEPTH - 1));
    }

    private static ObjectNode configuration(
            ObjectNode document, SigningKey key, KeyAddress address, Instant created, Optional<Instant> expires) {
        ObjectNode proof = JsonNodeFactory.instance.objectNode();
        proof.put("type", TYPE);
        proof.put("cryptosuite", securing(key).wire());
        proof.put("created", created.truncatedTo(ChronoUnit.SECONDS).toString());
        expires.ifPresent(
                end -> proof.put("expires", end.truncatedTo(ChronoUnit.SECONDS).toString()));
        proof.put("verificationMethod", address.toString());
        proof.put("proofPurpose", PURPOSE);
        JsonNode context = document.get("@context");
        if (context != null) {
            proof.set("@context", context);
        }
        return proof;
    }

    private static void withValue(ObjectNode proof, SigningKey key, byte[] canonicalDocument) {
        byte[] signature = Signing.sign(securing(key), key, hashData(proof, canonicalDocument));
        proof.put("proofValue", Base58.multibase(signature));
    }

    private static Securing securing(SigningKey key) {
        return key.algorithm() == KeyAlgorithm.P256 ? Securing.ECDSA_JCS_2019 : Securing.EDDSA_JCS_2022;
    }

    /**
     * Reads a credential with one proof, made here or by other software. Nothing is verified yet.
     *
     * @param secured the claims with their proof
     * @return the credential, or every reason why it is refused
     */
    public static Checked<SecuredCredential> read(ObjectNode secured) {
        return new ProofReader().read(secured);
    }

    /** The hash data of both suites: hash of the proof configuration, then hash of the document. */
    static byte[] signedBytes(ObjectNode proofWithoutValue, ObjectNode document) {
        return hashData(proofWithoutValue, CanonicalJson.bytes(document));
    }

    private static byte[] hashData(ObjectNode proofWithoutValue, byte[] canonicalDocument) {
        byte[] first = Digest.rawOf(CanonicalJson.bytes(proofWithoutValue));
        byte[] second = Digest.rawOf(canonicalDocument);
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
