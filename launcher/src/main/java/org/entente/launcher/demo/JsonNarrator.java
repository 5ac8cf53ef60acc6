package org.entente.launcher.demo;

import java.io.PrintWriter;
import java.util.List;
import org.entente.client.finding.ShownFinding;
import org.entente.model.origin.tradetrust.Remark;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells a script: one JSON document at the end. */
final class JsonNarrator implements Narrator {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final PrintWriter out;
    private final ObjectNode document = MAPPER.createObjectNode();
    private final ArrayNode chapters;
    private ArrayNode lines;

    JsonNarrator(PrintWriter out) {
        this.out = out;
        document.put("network", "none was started");
        this.chapters = document.putArray("chapters");
        this.lines = MAPPER.createArrayNode();
    }

    @Override
    public void chapter(String title) {
        ObjectNode chapter = chapters.addObject();
        chapter.put("number", chapters.size());
        chapter.put("title", title);
        lines = chapter.putArray("lines");
    }

    @Override
    public void tell(Line line) {
        ObjectNode node = lines.addObject();
        switch (line) {
            case Line.Said said -> {
                node.put("kind", "said");
                node.put("author", said.stream().author().value());
                node.put("audience", said.stream().audience().value());
                node.put("what", said.what());
                said.at()
                        .ifPresent(at -> node.putObject("at")
                                .put("block", at.block())
                                .put("transaction", at.transaction())
                                .put("index", at.index()));
                node.put("how", said.how());
            }
            case Line.Fact fact -> {
                node.put("kind", "fact");
                node.put("name", fact.name());
                node.put("value", fact.value());
                node.put("how", fact.how());
            }
            case Line.Found(ShownFinding finding, String title) -> found(node, finding, title);
            case Line.Imported(List<Remark> remarks) -> {
                node.put("kind", "imported");
                ArrayNode list = node.putArray("remarks");
                remarks.forEach(remark -> list.addObject()
                        .put("kind", remark.kind().name())
                        .put("pointer", remark.pointer())
                        .put("detail", remark.detail()));
            }
            case Line.Network(String text) -> {
                document.put("network", text);
                node.put("kind", "note");
                node.put("text", text);
            }
            case Line.Note(String text) -> {
                node.put("kind", "note");
                node.put("text", text);
            }
            case Line.Command(String why, String text) -> {
                node.put("kind", "command");
                node.put("why", why);
                node.put("text", text);
            }
            case Line.Table table -> {
                node.put("kind", "table");
                ArrayNode header = node.putArray("header");
                table.header().forEach(header::add);
                ArrayNode rows = node.putArray("rows");
                table.rows().forEach(cells -> row(rows.addArray(), cells));
            }
        }
    }

    private static void row(ArrayNode row, List<String> cells) {
        cells.forEach(row::add);
    }

    private static void found(ObjectNode node, ShownFinding finding, String title) {
        node.put("kind", "finding");
        node.put("code", finding.code());
        node.put("severity", finding.severity().name());
        node.put("pointer", finding.pointer());
        node.put("title", title);
        node.put("detail", finding.detail());
        finding.law()
                .ifPresent(law -> node.putObject("law")
                        .put("source", law.source())
                        .put("clause", law.clause())
                        .put("verified", law.verified()));
    }

    @Override
    public void end(Ending ending) {
        document.put("exitCode", ending.exitCode());
        document.put("words", ending.words());
        document.put("milliseconds", ending.took().toMillis());
        out.println(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(document));
        out.flush();
    }
}
