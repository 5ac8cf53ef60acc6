package org.entente.launcher.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * One table of the report.
 *
 * @param key names it for programs
 * @param title says what was measured and how
 * @param columns their names
 * @param rows as many cells each as there are columns
 * @param notes below the table
 */
public record Section(String key, String title, List<String> columns, List<List<Cell>> rows, List<String> notes) {
    /** Refuses ragged rows with {@link IllegalArgumentException}; keeps unmodifiable copies. */
    public Section {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(key + " has " + columns.size() + " columns, a row " + row.size());
            }
        }
    }

    /**
     * A table without notes.
     *
     * @param key names it for programs
     * @param title says what was measured and how
     * @param columns their names
     * @param rows as many cells each as there are columns
     */
    public Section(String key, String title, List<String> columns, List<List<Cell>> rows) {
        this(key, title, columns, rows, List.of());
    }

    /**
     * Lines for a terminal: words to the left, numbers to the right.
     *
     * @return title, columns, rows, notes
     */
    public List<String> lines() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).length();
            for (List<Cell> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).text().length());
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(title);
        lines.add(line(widths, columns.stream().map(Cell::words).toList(), true));
        rows.forEach(row -> lines.add(line(widths, row, false)));
        notes.forEach(note -> lines.add("  " + note));
        return lines;
    }

    private String line(int[] widths, List<Cell> cells, boolean heading) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String text = cells.get(i).text();
            String space = " ".repeat(widths[i] - text.length());
            boolean left = heading ? i == 0 : cells.get(i).number().isEmpty();
            line.append("  ").append(left ? text + space : space + text);
        }
        return line.toString().stripTrailing();
    }
}
