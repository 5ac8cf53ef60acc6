package org.entente.model.json;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Makes canonical bytes (RFC 8785). Names out of order are refused: nothing is sorted here. */
final class CanonicalMembers implements MemberWriter {
    private final CanonicalBuffer out = CanonicalBuffer.open();
    private final List<CanonicalObject.Member> outermost = new ArrayList<>();
    private int depth;
    private boolean first = true;
    private String last = "";

    private CanonicalMembers() {}

    static CanonicalObject write(Consumer<MemberWriter> members) {
        CanonicalMembers writer = new CanonicalMembers();
        writer.object(members);
        return new CanonicalObject(writer.out.close(), writer.outermost);
    }

    @Override
    public MemberWriter put(String name, String value) {
        name(name);
        out.text(value);
        return this;
    }

    @Override
    public MemberWriter put(String name, long value) {
        name(name);
        out.number(value);
        return this;
    }

    @Override
    public MemberWriter texts(String name, List<String> values) {
        if (!values.isEmpty()) {
            name(name);
            deeper();
            char before = '[';
            for (String value : values) {
                out.put(before);
                out.text(value);
                before = ',';
            }
            out.put(']');
            depth--;
        }
        return this;
    }

    @Override
    public MemberWriter object(String name, Consumer<MemberWriter> members) {
        name(name);
        object(members);
        return this;
    }

    @Override
    public <T> MemberWriter objects(String name, List<T> entries, BiConsumer<MemberWriter, T> members) {
        if (!entries.isEmpty()) {
            name(name);
            deeper();
            char before = '[';
            for (T entry : entries) {
                out.put(before);
                object(writer -> members.accept(writer, entry));
                before = ',';
            }
            out.put(']');
            depth--;
        }
        return this;
    }

    private void object(Consumer<MemberWriter> members) {
        String outside = last;
        deeper();
        first = true;
        last = "";
        out.put('{');
        members.accept(this);
        out.put('}');
        first = false;
        last = outside;
        depth--;
    }

    private void deeper() {
        if (depth == StrictJson.MAX_DEPTH) {
            throw new IllegalArgumentException("no canonical form: nested deeper than " + StrictJson.MAX_DEPTH);
        }
        depth++;
    }

    private void name(String name) {
        if (!first && last.compareTo(name) >= 0) {
            throw new IllegalArgumentException("not in the order of RFC 8785: " + name + " after " + last);
        }
        if (!first) {
            out.put(',');
        }
        first = false;
        last = name;
        if (depth == 1) {
            outermost.add(new CanonicalObject.Member(name, out.size()));
        }
        out.name(name);
    }
}
