package org.entente.certs.credential.status;

import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Findings;
import org.entente.model.json.Alphabet;
import org.entente.model.json.MemberWriter;
import org.entente.model.json.ObjectReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a certificate's status stands: one {@code credentialStatus} of type BitstringStatusListEntry (2.1), with one bit.
 *
 * @param purpose what the bit means
 * @param index the certificate's place in the list
 * @param list the address of the list credential, at most 500 characters
 */
public record StatusEntry(StatusPurpose purpose, int index, String list) {
    /** The type in JSON. */
    public static final String TYPE = "BitstringStatusListEntry";

    private static final int MAX_ADDRESS = 500;
    private static final int MAX_DIGITS = 10;

    /** Refuses an index that no list has, and an address of another length, with {@link IllegalArgumentException}. */
    public StatusEntry {
        if (index < 0 || index >= StatusBits.MAX_ENTRIES) {
            throw new IllegalArgumentException("no list has an entry " + index);
        }
        if (list.isBlank() || list.length() > MAX_ADDRESS) {
            throw new IllegalArgumentException("a list has an address of 1 to 500 characters");
        }
    }

    /**
     * The entry as JSON.
     *
     * @return what a credential's {@code credentialStatus} holds, alone or in a list
     */
    public ObjectNode toJson() {
        return MemberWriter.tree(this::write);
    }

    /**
     * Writes the entry.
     *
     * @param out where its members go
     */
    public void write(MemberWriter out) {
        out.put("id", list + "#" + index);
        out.put("statusListCredential", list);
        out.put("statusListIndex", Integer.toString(index));
        out.put("statusPurpose", purpose.wire());
        out.put("type", TYPE);
    }

    /**
     * Reads an entry. Members that the Recommendation does not name are passed over; {@code statusSize} other than 1 is
     * refused, because a status of several bits means something that nobody here knows.
     *
     * @param node one {@code credentialStatus}
     * @param pointer where it stands (RFC 6901)
     * @return the entry, or everything that is wrong with it
     */
    public static Checked<StatusEntry> read(JsonNode node, String pointer) {
        Findings findings = new Findings();
        Optional<StatusEntry> entry = ObjectReader.of(node, pointer, findings).flatMap(in -> read(in, findings));
        return entry.isPresent() && !findings.hasErrors()
                ? new Checked.Accepted<>(entry.get(), List.of())
                : new Checked.Rejected<>(findings.all());
    }

    private static Optional<StatusEntry> read(ObjectReader in, Findings findings) {
        Optional<String> type = in.parsed("type", TYPE, StatusEntry::type);
        Optional<StatusPurpose> purpose = in.parsed(
                "statusPurpose",
                "revocation or suspension",
                text -> StatusPurpose.ofWire(text).orElseThrow(() -> new IllegalArgumentException("another purpose")));
        Optional<Integer> index = in.parsed("statusListIndex", "a list index in base 10", StatusEntry::index);
        Optional<String> list = in.text("statusListCredential", MAX_ADDRESS);
        if (in.has("statusSize")) {
            in.integer("statusSize", 1, 1);
        }
        return type.isPresent() && purpose.isPresent() && index.isPresent() && list.isPresent() && !findings.hasErrors()
                ? Optional.of(new StatusEntry(purpose.get(), index.get(), list.get()))
                : Optional.empty();
    }

    private static String type(String text) {
        if (!text.equals(TYPE)) {
            throw new IllegalArgumentException("another type");
        }
        return text;
    }

    /** One spelling a number: no sign, no leading zero, ASCII digits only. */
    private static int index(String text) {
        if (!Alphabet.DIGITS.spells(text, 1, MAX_DIGITS) || (text.length() > 1 && text.charAt(0) == '0')) {
            throw new IllegalArgumentException("not an index");
        }
        long index = Long.parseLong(text);
        if (index >= StatusBits.MAX_ENTRIES) {
            throw new IllegalArgumentException("no list is so long");
        }
        return (int) index;
    }
}
