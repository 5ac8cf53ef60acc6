package org.entente.launcher.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Prints every table as soon as it is known, and keeps all of them for a file. */
public final class Report {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final String title;
    private final BenchMachine machine;
    private final Consumer<String> out;
    private final List<Section> sections = new ArrayList<>();

    /**
     * A report that begins.
     *
     * @param title of the bench
     * @param machine what the figures hold for
     * @param out takes the lines
     */
    public Report(String title, BenchMachine machine, Consumer<String> out) {
        this.title = title;
        this.machine = machine;
        this.out = out;
        out.accept(title);
        out.accept(machine.line());
    }

    /**
     * Prints a line.
     *
     * @param line for people alone
     */
    public void say(String line) {
        out.accept(line);
    }

    /**
     * Prints a table and keeps it.
     *
     * @param section the table
     */
    public void add(Section section) {
        sections.add(section);
        out.accept("");
        section.lines().forEach(out);
    }

    /**
     * What was measured so far.
     *
     * @return the tables in their order
     */
    public List<Section> sections() {
        return List.copyOf(sections);
    }

    /**
     * Everything again: words as texts, figures as numbers.
     *
     * @return JSON
     */
    public String json() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("bench", title);
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
