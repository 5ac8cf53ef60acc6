package org.entente.certs.credential.did;

import java.util.Base64;
import java.util.List;
import org.entente.certs.key.KeyAlgorithm;
import org.entente.model.json.CanonicalJson;
import org.entente.model.member.VerificationKey;
import org.entente.model.trust.TrustedIssuer;
import org.entente.model.trust.TrustedKey;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A did:web document (W3C DID Core 1.0, CID 1.0) for verifiers outside the network: an issuer's credential keys, each as
 * Multikey and as JsonWebKey. Withdrawn keys are left out. Inside the network nobody reads it: there the ledger says which
 * keys count.
 */
public final class DidDocument {
    private static final List<String> CONTEXTS = List.of(
            "https://www.w3.org/ns/did/v1",
            "https://w3id.org/security/multikey/v1",
            "https://w3id.org/security/jwk/v1");

    private DidDocument() {}

    /**
     * The document's bytes, to be served at {@link DidWeb#documentAddress} as {@code application/did+ld+json}.
     *
     * @param issuer the issuer with its keys
     * @return canonical JSON
     */
    public static byte[] bytes(TrustedIssuer issuer) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode contexts = node.putArray("@context");
        CONTEXTS.forEach(contexts::add);
        node.put("id", issuer.did());
        ArrayNode methods = node.putArray("verificationMethod");
        ArrayNode assertions = node.putArray("assertionMethod");
        issuer.keys().stream()
                .filter(key -> key.withdrawn().isEmpty())
                .map(TrustedKey::key)
                .filter(key -> KeyAlgorithm.ofSpki(key.spki()).isPresent())
                .forEach(key -> {
                    KeyAddress multikey = KeyAddress.multikey(issuer.did(), key.keyId());
                    method(methods, issuer, key, multikey)
                            .put("type", "Multikey")
                            .put("publicKeyMultibase", Multikey.write(key.spki()));
                    assertions.add(multikey.toString());
                    KeyAddress jwk = KeyAddress.jwk(issuer.did(), key.keyId());
                    method(methods, issuer, key, jwk).put("type", "JsonWebKey").set("publicKeyJwk", jwk(key.spki()));
                    assertions.add(jwk.toString());
                });
        return CanonicalJson.bytes(node);
    }

    private static ObjectNode method(ArrayNode methods, TrustedIssuer issuer, VerificationKey key, KeyAddress address) {
        ObjectNode method = methods.addObject();
        method.put("id", address.toString());
        method.put("controller", issuer.did());
        key.validUntil().ifPresent(until -> method.put("expires", until.toString()));
        return method;
    }

    /** RFC 7518 section 6.2 and RFC 8037 section 2. */
    private static ObjectNode jwk(byte[] spki) {
        KeyAlgorithm algorithm = KeyAlgorithm.ofSpki(spki).orElseThrow();
        byte[] key = algorithm.publicBytes(spki);
        ObjectNode jwk = JsonNodeFactory.instance.objectNode();
        return switch (algorithm) {
            case P256 ->
                jwk.put("kty", "EC").put("crv", "P-256").put("x", text(key, 0)).put("y", text(key, 32));
            case ED25519 -> jwk.put("kty", "OKP").put("crv", "Ed25519").put("x", text(key, 0));
        };
    }

    private static String text(byte[] key, int from) {
        byte[] part = java.util.Arrays.copyOfRange(key, from, from + 32);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
    }
}
