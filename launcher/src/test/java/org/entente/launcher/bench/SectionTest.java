package org.entente.launcher.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
    void says_of_each_goal_whether_it_is_met_on_both_sides_of_its_edge() {
        assertThat(verdicts(new Goals(3_000, 299_999_999))).containsExactly("met", "met");
        assertThat(verdicts(new Goals(2_999.9, 300_000_000))).containsExactly("NOT met", "NOT met");
    }

    private static List<String> verdicts(Goals goals) {
        return goals.section(2).rows().stream().map(row -> row.getLast().text()).toList();
    }
}
