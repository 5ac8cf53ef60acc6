package org.entente.model.json;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the members of an object in the order of RFC 8785, and makes of them a tree, or the canonical bytes without a tree
 * in between. What is empty is left out.
 */
public interface MemberWriter {
    /**
     * A text.
     *
     * @param name the member's name, which stands after every name before it
     * @param value the text
     * @return this
     * @throws IllegalArgumentException if the name is out of order, or what {@link StrictJson} would not read
     */
    MemberWriter put(String name, String value);

    /**
     * An integer.
     *
     * @param name the member's name
     * @param value inside plus or minus 2^53-1
     * @return this
     */
    MemberWriter put(String name, long value);

    /**
     * A list of texts.
     *
     * @param name the member's name
     * @param values if there are none, the member is left out
     * @return this
     */
    MemberWriter texts(String name, List<String> values);

    /**
     * An object.
     *
     * @param name the member's name
     * @param members gives its members
     * @return this
     */
    MemberWriter object(String name, Consumer<MemberWriter> members);

    /**
     * A list of objects.
     *
     * @param name the member's name
     * @param entries if there are none, the member is left out
     * @param members gives the members of each
     * @param <T> what becomes an object
     * @return this
     */
    <T> MemberWriter objects(String name, List<T> entries, BiConsumer<MemberWriter, T> members);

    /**
     * A text that may be left out.
     *
     * @param name the member's name
     * @param value something whose text is its form in JSON
     * @return this
     */
    default MemberWriter optional(String name, Optional<?> value) {
        return value.isPresent() ? put(name, value.get().toString()) : this;
    }

    /**
     * A tree.
     *
     * @param members gives the members of the outermost object
     * @return the object
     */
    static ObjectNode tree(Consumer<MemberWriter> members) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        members.accept(new TreeMembers(node));
        return node;
    }
}
