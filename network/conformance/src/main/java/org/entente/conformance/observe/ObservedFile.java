package org.entente.conformance.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The file {@code observed/<label>.json}: every case of the suite with what one network answered, sorted by name. */
public final class ObservedFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ObservedFile() {}

    /**
     * Reads a file.
     *
     * @param file the file; one that is not there holds no cases
     * @return the cases by name
     */
    public static Map<String, Observed> read(Path file) {
        Map<String, Observed> cases = new TreeMap<>();
        if (Files.exists(file)) {
            try {
                MAPPER.readTree(Files.readAllBytes(file))
                        .properties()
                        .forEach(entry -> cases.put(entry.getKey(), read(entry.getValue())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return cases;
    }

    /**
     * Writes a file, the same bytes for the same cases.
     *
     * @param file the file
     * @param cases the cases by name
     */
    public static void write(Path file, Map<String, Observed> cases) {
        ObjectNode root = MAPPER.createObjectNode();
        new TreeMap<>(cases).forEach((name, observed) -> root.set(name, write(observed)));
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        String text = MAPPER.writer().with(printer).writeValueAsString(root) + "\n";
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Observed read(JsonNode node) {
        List<String> details = new ArrayList<>();
        if (node.get("details") instanceof ArrayNode list) {
            list.forEach(detail -> details.add(detail.stringValue()));
        }
        return new Observed(text(node, "step"), text(node, "status"), text(node, "message"), details);
    }

    private static ObjectNode write(Observed observed) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("step", observed.step());
        node.put("status", observed.status());
        if (!observed.message().isEmpty()) {
            node.put("message", observed.message());
        }
        if (!observed.details().isEmpty()) {
            ArrayNode list = node.putArray("details");
            observed.details().forEach(list::add);
        }
        return node;
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null ? "" : value.stringValue();
    }
}
