package org.entente.launcher.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.entente.launcher.bench.report.Cell;
import org.entente.launcher.bench.report.Report;
import org.entente.launcher.bench.report.Section;
import org.entente.launcher.network.DefinitionCost;

/** How a network's definition grows with its members. */
final class DefinitionBench {
    private static final List<Integer> MEMBERS = List.of(4, 10, 21, 40);
    private static final int FIRST_PORT = 7330;
    private static final List<String> STEPS =
            List.of("first block", "orderer joins", "peer joins", "definition approved");

    private DefinitionBench() {}

    static void run(Report report, Path folder) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int members : MEMBERS) {
            DefinitionCost cost = DefinitionCost.measure(folder.resolve("members-" + members), members, FIRST_PORT);
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.count(members),
                    Cell.count((long) members * (members - 1)),
                    Cell.count(cost.collections()),
                    Cell.count(cost.firstBlock()),
                    Cell.count(cost.approval())));
            STEPS.forEach(step -> row.add(
                    Cell.millis(cost.took().getOrDefault(step, Duration.ZERO).toNanos())));
            rows.add(row);
            report.say("  " + members + " members measured");
        }
        report.add(new Section(
                "definition",
                "One member running among so many that stand in the channel: bytes, and milliseconds of each step",
                List.of(
                        "members",
                        "collections",
                        "definition B",
                        "first block B",
                        "approval B",
                        "first block ms",
                        "orderer joins",
                        "peer joins",
                        "approved"),
                rows));
    }
}
