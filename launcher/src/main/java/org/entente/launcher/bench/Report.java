package org.entente.launcher.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Prints every table as soon as it is known, and keeps all of them for a file. */
final class Report {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final BenchMachine machine;
    private final Consumer<String> out;
    private final List<Section> sections = new ArrayList<>();

    Report(BenchMachine machine, Consumer<String> out) {
        this.machine = machine;
        this.out = out;
        out.accept("entente bench ledger: embedded, one machine; no consensus among machines is measured");
        out.accept(machine.line());
    }

    void say(String line) {
        out.accept(line);
    }

    void add(Section section) {
        sections.add(section);
        out.accept("");
        section.lines().forEach(out);
    }

    List<Section> sections() {
        return List.copyOf(sections);
    }

    /** Everything again: words as texts, figures as numbers. */
    String json() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("network", "embedded, one machine");
        ObjectNode on = report.putObject("machine");
        on.put("cores", machine.cores())
                .put("memoryBytes", machine.memoryBytes())
                .put("heapBytes", machine.heapBytes())
                .put("jdk", machine.jdk())
                .put("system", machine.system())
                .put("loadBefore", machine.load());
        sections.forEach(section -> write(report, section));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    }

    private static void write(ObjectNode report, Section section) {
        ObjectNode node = report.putObject(section.key());
        node.put("title", section.title());
        ArrayNode columns = node.putArray("columns");
        section.columns().forEach(columns::add);
        ArrayNode rows = node.putArray("rows");
        for (List<Cell> row : section.rows()) {
            ArrayNode cells = rows.addArray();
            row.forEach(cell ->
                    cell.number().ifPresentOrElse(number -> cells.addPOJO(number), () -> cells.add(cell.text())));
        }
        ArrayNode notes = node.putArray("notes");
        section.notes().forEach(notes::add);
    }
}
