package org.entente.certs.credential.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.model.finding.Checked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a BitstringStatusListCredential says (2.2). Whether its proof is good and its issuer trusted is for whoever
 * secures or verifies the credential around it.
 *
 * @param id the address under which the list is published
 * @param issuer who answers for the list, a URL such as {@code did:web:...}
 * @param purposes what a set bit means; one purpose in lists made here
 * @param bits the bits
 * @param validFrom when the list was made; its information is of that moment
 * @param validUntil last moment at which it may be relied on
 * @param ttl after how long a newer copy should be asked for
 */
public record StatusList(
        String id,
        String issuer,
        Set<String> purposes,
        StatusBits bits,
        Instant validFrom,
        Optional<Instant> validUntil,
        Optional<Duration> ttl) {
    /** The type of the credential in JSON. */
    public static final String TYPE = "BitstringStatusListCredential";

    /** The type of its subject in JSON. */
    public static final String SUBJECT_TYPE = "BitstringStatusList";

    private static final String CONTEXT = "https://www.w3.org/ns/credentials/v2";

    /** Refuses a list without purpose or that ends before it begins with {@link IllegalArgumentException}. */
    public StatusList {
        purposes = Set.copyOf(purposes);
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("a status list has a purpose");
        }
        if (validUntil.isPresent() && !validUntil.get().isAfter(validFrom)) {
            throw new IllegalArgumentException("a validity ends after it starts");
        }
        if (ttl.isPresent() && ttl.get().isNegative()) {
            throw new IllegalArgumentException("a time to live is not negative");
        }
    }

    /**
     * The credential, not yet secured by a proof.
     *
     * @return the JSON object to sign as {@code vc+jwt} or with a Data Integrity proof
     */
    public ObjectNode document() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putArray("@context").add(CONTEXT);
        node.put("id", id);
        node.putArray("type").add("VerifiableCredential").add(TYPE);
        node.put("issuer", issuer);
        node.put("validFrom", validFrom.toString());
        validUntil.ifPresent(until -> node.put("validUntil", until.toString()));
        ObjectNode subject = node.putObject("credentialSubject");
        subject.put("id", id + "#list");
        subject.put("type", SUBJECT_TYPE);
        if (purposes.size() == 1) {
            subject.put("statusPurpose", purposes.iterator().next());
        } else {
            new TreeSet<>(purposes).forEach(subject.putArray("statusPurpose")::add);
        }
        subject.put("encodedList", bits.encoded());
        ttl.ifPresent(span -> subject.put("ttl", span.toMillis()));
        return node;
    }

    /**
     * Reads a credential whose proof was verified, or will be. Members of no meaning here are passed over.
     *
     * @param document the credential
     * @return the list, or everything that is wrong with it; never expands to more than {@link StatusBits#MAX_ENTRIES}
     */
    public static Checked<StatusList> read(JsonNode document) {
        return StatusListReader.read(document);
    }

    /**
     * A list of one purpose, as an issuer makes it.
     *
     * @param id where it will be published
     * @param issuer the issuer
     * @param purpose what a set bit means
     * @param bits the bits
     * @param madeAt now
     * @param lifetime how long it may be relied on
     * @param ttl after how long a reader should ask again, no longer than the lifetime
     * @return the list
     */
    public static StatusList of(
            String id,
            String issuer,
            StatusPurpose purpose,
            StatusBits bits,
            Instant madeAt,
            Duration lifetime,
            Duration ttl) {
        if (ttl.compareTo(lifetime) > 0) {
            throw new IllegalArgumentException("whoever asks after the lifetime has relied on nothing in between");
        }
        return new StatusList(
                id, issuer, Set.of(purpose.wire()), bits, madeAt, Optional.of(madeAt.plus(lifetime)), Optional.of(ttl));
    }
}
