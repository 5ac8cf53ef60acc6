package org.entente.model.json;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a tree. */
final class TreeMembers implements MemberWriter {
    private final ObjectNode node;

    TreeMembers(ObjectNode node) {
        this.node = node;
    }

    @Override
    public MemberWriter put(String name, String value) {
        node.put(name, value);
        return this;
    }

    @Override
    public MemberWriter put(String name, long value) {
        if (value == (int) value) {
            node.put(name, (int) value);
        } else {
            node.put(name, value);
        }
        return this;
    }

    @Override
    public MemberWriter texts(String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            values.forEach(array::add);
        }
        return this;
    }

    @Override
    public MemberWriter object(String name, Consumer<MemberWriter> members) {
        members.accept(new TreeMembers(node.putObject(name)));
        return this;
    }

    @Override
    public <T> MemberWriter objects(String name, List<T> entries, BiConsumer<MemberWriter, T> members) {
        if (!entries.isEmpty()) {
            ArrayNode array = node.putArray(name);
            entries.forEach(entry -> members.accept(new TreeMembers(array.addObject()), entry));
        }
        return this;
    }
}
