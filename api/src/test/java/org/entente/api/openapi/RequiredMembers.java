package org.entente.api.openapi;

import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a record always has, its schema requires: everything that is not marked as nullable. */
final class RequiredMembers {
    private RequiredMembers() {}

    /** Marks the members of all schemas, which are named after their records with their packages. */
    static void mark(JsonNode document) {
        document.at("/components/schemas").properties().forEach(schema -> {
            if (schema.getValue() instanceof ObjectNode node
                    && node.path("properties").isObject()) {
                mark(schema.getKey(), node);
            }
        });
    }

    private static void mark(String name, ObjectNode schema) {
        ArrayNode required = schema.arrayNode();
        try {
            Class<?> type = ClassUtils.forName(name, RequiredMembers.class.getClassLoader());
            RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
            for (RecordComponent component : components) {
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    required.add(component.getName());
                }
            }
        } catch (ClassNotFoundException e) {
            // A generic one is named after its parts as well.
            schema.path("properties").propertyNames().forEach(required::add);
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }
}
