package org.entente.model.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * An object as canonical bytes (RFC 8785), and where its members stand in them: with a member more or less it is canonical
 * again, and nothing has to be written twice. Unchangeable, as long as nobody changes the bytes that it gives.
 */
public final class CanonicalObject {
    private final byte[] bytes;
    private final List<Member> members;

    /** A member of the outermost object and the index of the quotation mark before its name. */
    record Member(String name, int start) {}

    CanonicalObject(byte[] bytes, List<Member> members) {
        this.bytes = bytes;
        this.members = members;
    }

    /**
     * An object without a tree.
     *
     * @param members gives its members
     * @return the object
     * @throws IllegalArgumentException if names are out of order, or what {@link StrictJson} would not read
     */
    public static CanonicalObject write(Consumer<MemberWriter> members) {
        return CanonicalMembers.write(members);
    }

    /**
     * The object of a tree.
     *
     * @param tree the tree
     * @return the object
     * @throws IllegalArgumentException if {@link StrictJson} would not read it
     */
    public static CanonicalObject of(ObjectNode tree) {
        byte[] bytes = CanonicalJson.bytes(tree);
        return new CanonicalObject(bytes, membersOf(tree));
    }

    /**
     * The whole object.
     *
     * @return UTF-8 bytes as RFC 8785 prescribes; must not be changed
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * A member's value.
     *
     * @param name the member's name
     * @return its canonical bytes, if the object has the member
     */
    public Optional<byte[]> value(String name) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).name().equals(name)) {
                return Optional.of(Arrays.copyOfRange(bytes, members.get(i).start() + prefix(name).length, end(i)));
            }
        }
        return Optional.empty();
    }

    /**
     * The object with one member more.
     *
     * @param name a name that no member has
     * @param value its canonical bytes
     * @return another object
     * @throws IllegalArgumentException if a member has the name
     */
    public CanonicalObject with(String name, byte[] value) {
        int place = 0;
        while (place < members.size() && members.get(place).name().compareTo(name) < 0) {
            place++;
        }
        byte[] prefix = prefix(name);
        boolean last = place == members.size();
        if (!last && members.get(place).name().equals(name)) {
            throw new IllegalArgumentException("the object has a member " + name);
        }
        int start = last ? bytes.length - 1 : members.get(place).start();
        int comma = members.isEmpty() ? 0 : 1;
        int more = prefix.length + value.length + comma;
        byte[] whole = new byte[bytes.length + more];
        System.arraycopy(bytes, 0, whole, 0, start);
        int at = start;
        if (last && comma > 0) {
            whole[at++] = ',';
        }
        System.arraycopy(prefix, 0, whole, at, prefix.length);
        System.arraycopy(value, 0, whole, at + prefix.length, value.length);
        if (!last) {
            whole[start + more - 1] = ',';
        }
        System.arraycopy(bytes, start, whole, start + more, bytes.length - start);
        List<Member> all = new ArrayList<>(members.subList(0, place));
        all.add(new Member(name, at));
        for (Member after : members.subList(place, members.size())) {
            all.add(new Member(after.name(), after.start() + more));
        }
        return new CanonicalObject(whole, all);
    }

    /**
     * The object without one of its members.
     *
     * @param name the name of a member that it has
     * @return canonical bytes
     */
    byte[] without(String name) {
        int which = 0;
        while (!members.get(which).name().equals(name)) {
            which++;
        }
        // With the comma after it, or with the one before it where it is the last.
        boolean last = which == members.size() - 1;
        int from = members.get(which).start() - (last && which > 0 ? 1 : 0);
        int to = last ? bytes.length - 1 : members.get(which + 1).start();
        byte[] rest = Arrays.copyOf(bytes, bytes.length - (to - from));
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }

    private int end(int which) {
        return which == members.size() - 1
                ? bytes.length - 1
                : members.get(which + 1).start() - 1;
    }

    private static byte[] prefix(String name) {
        byte[] kept = MemberName.quoted(name);
        if (kept != null) {
            return kept;
        }
        CanonicalBuffer out = CanonicalBuffer.open();
        out.name(name);
        return out.close();
    }

    /** Found by writing each member again, so it is for small objects, or for what is done seldom. */
    private static List<Member> membersOf(ObjectNode tree) {
        List<Member> members = new ArrayList<>();
        int at = 1;
        List<String> names = tree.propertyNames().stream().sorted().toList();
        for (String name : names) {
            members.add(new Member(name, at));
            at += prefix(name).length + CanonicalJson.bytes(tree.get(name)).length + 1;
        }
        return members;
    }
}
