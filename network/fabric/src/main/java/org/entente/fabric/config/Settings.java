package org.entente.fabric.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.entente.certs.file.WholeFiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A YAML file of settings, each named by its path with dots, as Fabric's documentation names them. */
final class Settings {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    Settings set(String path, String value) {
        parent(path).put(last(path), value);
        return this;
    }

    Settings set(String path, int value) {
        parent(path).put(last(path), value);
        return this;
    }

    Settings set(String path, boolean value) {
        parent(path).put(last(path), value);
        return this;
    }

    Settings set(String path, Path value) {
        return set(path, value.toString());
    }

    Settings set(String path, JsonNode value) {
        parent(path).set(last(path), value);
        return this;
    }

    private ObjectNode parent(String path) {
        ObjectNode at = root;
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            at = at.withObjectProperty(names[i]);
        }
        return at;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Writes the file, whole or not at all, after a line that says where it comes from. */
    void write(Path file) {
        String text = "# Made from members.yaml by ./entente network: changes here are lost.\n"
                + YAML.writeValueAsString(root);
        WholeFiles.write(file, text.getBytes(StandardCharsets.UTF_8), WholeFiles.Readers.EVERYBODY);
    }
}
