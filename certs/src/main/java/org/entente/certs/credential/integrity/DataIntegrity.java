package org.entente.certs.credential.integrity;

import java.nio.charset.StandardCharsets;
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
import org.entente.model.json.CanonicalObject;
import org.entente.model.json.ReadJson;
import org.entente.model.json.StrictJson;
import org.entente.model.json.UtcTime;
import org.entente.model.ledger.Digest;
import tools.jackson.databind.JsonNode;

/**
 * Data Integrity proofs over canonical JSON: {@code ecdsa-jcs-2019} and {@code eddsa-jcs-2022} (W3C Recommendations of May
 * 2025). What is signed is SHA-256 of the proof without its value, then SHA-256 of the credential without its proof.
 */
public final class DataIntegrity {
    static final String TYPE = "DataIntegrityProof";
    static final String PROOF = "proof";
    static final String PURPOSE = "assertionMethod";
    static final String CONTEXT = "@context";

    private DataIntegrity() {}

    /**
     * Secures a credential. It is written once: what is signed and what comes out are the same bytes, but for the proof.
     *
     * @param document the claims, without a proof
     * @param key a key; its algorithm decides the suite
     * @param address how verifiers find the key
     * @param created now; written in whole seconds
     * @param expires last moment of the proof; empty if only the credential ends
     * @return the claims with their proof, as canonical JSON
     * @throws IllegalArgumentException for claims that have a proof, or a context that is too deep to stand in one
     */
    public static byte[] secure(
            CanonicalObject document, SigningKey key, KeyAddress address, Instant created, Optional<Instant> expires) {
        CanonicalObject proof = configuration(document, key, address, created, expires);
        byte[] signature = Signing.sign(securing(key), key, hashData(proof.bytes(), document.bytes()));
        byte[] value = ("\"" + Base58.multibase(signature) + "\"").getBytes(StandardCharsets.US_ASCII);
        return document.with(PROOF, proof.with("proofValue", value).bytes()).bytes();
    }

    private static CanonicalObject configuration(
            CanonicalObject document, SigningKey key, KeyAddress address, Instant created, Optional<Instant> expires) {
        CanonicalObject proof = CanonicalObject.write(out -> {
            out.put("created", seconds(created));
            out.put("cryptosuite", securing(key).wire());
            out.optional("expires", expires.map(DataIntegrity::seconds));
            out.put("proofPurpose", PURPOSE);
            out.put("type", TYPE);
            out.put("verificationMethod", address.toString());
        });
        return document.value(CONTEXT)
                .map(context -> proof.with(CONTEXT, checked(context)))
                .orElse(proof);
    }

    private static String seconds(Instant moment) {
        return UtcTime.write(moment.truncatedTo(ChronoUnit.SECONDS));
    }

    /** In the proof it stands one level deeper than in the claims. */
    private static byte[] checked(byte[] context) {
        if (openings(context) > StrictJson.MAX_DEPTH - 2
                && StrictJson.parse(context, context.length, StrictJson.MAX_DEPTH - 2)
                        instanceof Checked.Rejected<JsonNode>) {
            throw new IllegalArgumentException("a context that is too deep for a proof");
        }
        return context;
    }

    /** At least as many as levels; most contexts have one. */
    private static int openings(byte[] json) {
        int openings = 0;
        for (byte each : json) {
            openings += each == '[' || each == '{' ? 1 : 0;
        }
        return openings;
    }

    private static Securing securing(SigningKey key) {
        return key.algorithm() == KeyAlgorithm.P256 ? Securing.ECDSA_JCS_2019 : Securing.EDDSA_JCS_2022;
    }

    /**
     * Reads a credential with one proof, made here or by other software. Nothing is verified yet.
     *
     * @param secured the claims with their proof, a JSON object
     * @return the credential, or every reason why it is refused
     */
    public static Checked<SecuredCredential> read(ReadJson secured) {
        return new ProofReader().read(secured);
    }

    /** The hash data of both suites: hash of the proof configuration, then hash of the document, both canonical. */
    static byte[] hashData(byte[] proofWithoutValue, byte[] document) {
        byte[] first = Digest.rawOf(proofWithoutValue);
        byte[] second = Digest.rawOf(document);
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
