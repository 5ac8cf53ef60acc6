package org.entente.certs.credential.integrity;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.entente.model.json.CanonicalJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object in canonical form, cut where one more member will stand: with that member it is canonical again, and nothing
 * has to be written twice.
 *
 * @param name the member's name, ASCII letters only
 * @param front the members before it, with both braces
 * @param back the members after it, with both braces
 */
record SplicedMember(String name, byte[] front, byte[] back) {
    private static final int BRACES = 2;

    /** Cuts an object that does not have the member. */
    static SplicedMember before(ObjectNode whole, String name) {
        ObjectNode front = whole.objectNode();
        ObjectNode back = whole.objectNode();
        for (Map.Entry<String, JsonNode> member : whole.properties()) {
            (member.getKey().compareTo(name) < 0 ? front : back).set(member.getKey(), member.getValue());
        }
        return new SplicedMember(name, CanonicalJson.bytes(front), CanonicalJson.bytes(back));
    }

    /** The object as it is. */
    byte[] whole() {
        return joined(new byte[0]);
    }

    /** The object with the member. */
    byte[] with(byte[] value) {
        ByteArrayOutputStream member = new ByteArrayOutputStream(value.length + name.length() + 3);
        member.writeBytes(("\"" + name + "\":").getBytes(StandardCharsets.US_ASCII));
        member.writeBytes(value);
        return joined(member.toByteArray());
    }

    private byte[] joined(byte[] between) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(front.length + between.length + back.length + BRACES);
        out.write('{');
        members(out, front, 1, front.length - BRACES);
        members(out, between, 0, between.length);
        members(out, back, 1, back.length - BRACES);
        out.write('}');
        return out.toByteArray();
    }

    private static void members(ByteArrayOutputStream out, byte[] bytes, int from, int length) {
        if (length > 0) {
            if (out.size() > 1) {
                out.write(',');
            }
            out.write(bytes, from, length);
        }
    }
}
