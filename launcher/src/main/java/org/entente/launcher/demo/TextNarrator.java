package org.entente.launcher.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.entente.client.finding.ShownFinding;
import org.entente.model.finding.LegalReference;
import org.entente.model.ledger.Position;
import org.entente.model.origin.tradetrust.Remark;

/** Tells a person. Words carry the meaning; colours, where the terminal has them, only help the eye. */
final class TextNarrator implements Narrator {
    private static final int WIDTH = 100;
    private static final String INDENT = "   ";

    private final PrintWriter out;
    private final Pace pace;
    private final boolean colours;
    private int chapters;

    TextNarrator(PrintWriter out, Pace pace, boolean colours) {
        this.out = out;
        this.pace = pace;
        this.colours = colours;
    }

    @Override
    public void chapter(String title) {
        if (chapters > 0) {
            pace.pause(out);
        }
        chapters++;
        out.println();
        out.println(bold(chapters + "  " + Printable.of(title)));
        out.flush();
    }

    @Override
    public void tell(Line line) {
        switch (line) {
            case Line.Said said -> {
                String at = said.at().map(TextNarrator::place).orElse("not on the ledger");
                paragraph(said.stream().author() + " -> " + said.stream().audience() + "  ", said.what());
                paragraph(INDENT + INDENT + "   ", at + " (" + said.how() + ")");
            }
            case Line.Fact fact -> {
                paragraph(fact.name() + ": ", fact.value() + (fact.how().isEmpty() ? "" : " (" + fact.how() + ")"));
            }
            case Line.Found found -> found(found);
            case Line.Imported(List<Remark> remarks) -> imported(remarks);
            case Line.Network(String text) -> paragraph("", text);
            case Line.Note(String text) -> paragraph("", text);
            case Line.Command(String why, String text) -> {
                paragraph("", why);
                out.println(INDENT + INDENT + Printable.of(text));
            }
            case Line.Table table -> table(table);
        }
        out.flush();
    }

    @Override
    public void end(Ending ending) {
        out.println();
        String seconds = String.format(
                Locale.ROOT, "%d.%d s", ending.took().toSeconds(), ending.took().toMillisPart() / 100);
        for (String line : Printable.wrap(ending.words() + " It took " + seconds + ".", WIDTH)) {
            out.println(bold(line));
        }
        out.flush();
    }

    private void found(Line.Found found) {
        ShownFinding finding = found.finding();
        paragraph(
                finding.severity().name().replace('_', ' ') + "  ",
                finding.code()
                        + (finding.pointer().isEmpty() ? "" : " at " + finding.pointer())
                        + (found.title().isEmpty() ? "" : ": " + found.title())
                        + (finding.detail().isEmpty() ? "" : " - " + finding.detail()));
        finding.law().ifPresent(law -> paragraph(INDENT, words(law)));
    }

    /** Mere conversions by their number: a script gets each of them. */
    private void imported(List<Remark> remarks) {
        remarks.stream()
                .filter(remark -> remark.kind() != Remark.Kind.CONVERTED)
                .forEach(remark -> paragraph(
                        remark.kind().name().replace('_', ' ') + "  ",
                        remark.detail() + " (" + remark.pointer() + ")"));
        paragraph(
                "CONVERTED  ",
                remarks.stream()
                                .filter(remark -> remark.kind() == Remark.Kind.CONVERTED)
                                .count()
                        + " values (--json lists them)");
    }

    static String words(LegalReference law) {
        return "law: " + law.source() + ", " + law.clause()
                + (law.verified() ? " (text read)" : " (not verified by this project)");
    }

    static String place(Position at) {
        return "block " + at.block() + ", transaction " + at.transaction() + ", statement " + at.index();
    }

    private void paragraph(String first, String text) {
        String lead = Printable.of(first);
        List<String> lines = Printable.wrap(text, Math.max(30, WIDTH - INDENT.length() - lead.length()));
        for (int i = 0; i < lines.size(); i++) {
            out.println(INDENT + (i == 0 ? lead : " ".repeat(lead.length())) + lines.get(i));
        }
    }

    private void table(Line.Table table) {
        int columns = table.header().size();
        int[] widths = new int[columns];
        for (int i = 0; i < columns; i++) {
            int column = i;
            widths[i] = Math.max(
                    table.header().get(i).length(),
                    table.rows().stream()
                            .mapToInt(row -> Printable.of(row.get(column)).length())
                            .max()
                            .orElse(0));
        }
        out.println(INDENT + bold(row(table.header(), widths)));
        table.rows().forEach(cells -> out.println(INDENT + row(cells, widths)));
    }

    private static String row(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = Printable.of(cells.get(i));
            line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }

    private String bold(String text) {
        return colours ? "\u001b[1m" + text + "\u001b[0m" : text;
    }
}
