package org.entente.model.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value that was read strictly, and what is known of its bytes: where these were in canonical form (RFC 8785) already,
 * nothing has to be written again to hash it.
 */
public final class ReadJson {
    private final JsonNode value;
    private final boolean canonical;
    private final byte[] bytes;
    private final int[] members;

    private ReadJson(JsonNode value, boolean canonical, byte[] bytes, int[] members) {
        this.value = value;
        this.canonical = canonical;
        this.bytes = bytes;
        this.members = members;
    }

    /** @param members where the outermost object's members start, in their order */
    static ReadJson canonical(JsonNode value, byte[] bytes, int[] members) {
        return new ReadJson(value, true, bytes, members);
    }

    /**
     * A value of whose bytes nothing is known.
     *
     * @param value what {@link StrictJson} read, or would read
     * @return the value
     */
    public static ReadJson of(JsonNode value) {
        return new ReadJson(value, false, new byte[0], new int[0]);
    }

    /**
     * The value.
     *
     * @return what was read; must not be changed
     */
    public JsonNode value() {
        return value;
    }

    /**
     * The bytes that were read, where they are known to be canonical. Empty says nothing: not every reader looks.
     *
     * @return UTF-8 bytes as RFC 8785 prescribes; must not be changed
     */
    public Optional<byte[]> knownCanonical() {
        return canonical ? Optional.of(bytes) : Optional.empty();
    }

    /**
     * The canonical form of the value.
     *
     * @return UTF-8 bytes as RFC 8785 prescribes; must not be changed
     */
    public byte[] canonical() {
        return canonical ? bytes : CanonicalJson.bytes(value);
    }

    /**
     * The canonical form of the outermost object without one of its members.
     *
     * @param name the member's name
     * @return UTF-8 bytes as RFC 8785 prescribes; must not be changed
     * @throws IllegalArgumentException if the value is no object
     */
    public byte[] canonicalWithout(String name) {
        if (!(value instanceof ObjectNode object)) {
            throw new IllegalArgumentException("no object");
        }
        if (!object.has(name)) {
            return canonical();
        }
        if (canonical) {
            return cut(object, name);
        }
        ObjectNode rest = object.objectNode();
        rest.setAll(object);
        rest.remove(name);
        return CanonicalJson.bytes(rest);
    }

    private byte[] cut(ObjectNode object, String name) {
        List<CanonicalObject.Member> all = new ArrayList<>(members.length);
        for (String each : object.propertyNames()) {
            all.add(new CanonicalObject.Member(each, members[all.size()]));
        }
        return new CanonicalObject(bytes, all).without(name);
    }
}
