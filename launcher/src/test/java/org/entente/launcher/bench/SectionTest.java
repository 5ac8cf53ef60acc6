package org.entente.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.entente.launcher.bench.report.Cell;
import org.entente.launcher.bench.report.Section;
import org.junit.jupiter.api.Test;

final class SectionTest {
    @Test
    void puts_words_to_the_left_and_figures_to_the_right() {
        Section section = new Section(
                "some",
                "Some figures",
                List.of("what", "a second"),
                List.of(
                        List.of(Cell.words("rows"), Cell.rate(12_345.6)),
                        List.of(Cell.words("signatures"), Cell.rate(7.25))),
                List.of("a note"));

        assertThat(section.lines())
                .containsExactly(
                        "Some figures",
                        "  what        a second",
                        "  rows          12,346",
                        "  signatures      7.25",
                        "  a note");
    }

    @Test
    void refuses_a_row_with_a_cell_missing() {
        assertThatThrownBy(() -> new Section("some", "Some", List.of("a", "b"), List.of(List.of(Cell.count(1)))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void says_of_every_goal_whether_it_was_met_and_by_how_much() {
        Goals just = new Goals();
        just.load(1, 8, 1);
        just.load(1, 32, 3_000);
        just.lone(1, 299_999_999);
        Goals missed = new Goals();
        missed.load(12, 32, 2_999.9);
        missed.lone(12, 300_000_000);

        assertThat(verdicts(just)).containsExactly("MET", "MET");
        assertThat(verdicts(missed)).containsExactly("NOT MET", "NOT MET");
        assertThat(just.section(20, 2).lines()).anyMatch(line -> line.contains("150x"));
    }

    private static List<String> verdicts(Goals goals) {
        return goals.section(20, 2).rows().stream()
                .map(row -> row.getLast().text())
                .toList();
    }
}
