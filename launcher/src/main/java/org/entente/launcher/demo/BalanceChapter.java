package org.entente.launcher.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.origin.certificate.UnitCode;
import tools.jackson.databind.JsonNode;

/** What is left, as each side computes it for itself. */
final class BalanceChapter {
    private final Stage stage;

    BalanceChapter(Stage stage) {
        this.stage = stage;
    }

    void tell(Position lastUse) throws InterruptedException {
        stage.narrator().chapter("The exporter sees the balance, and how far it is final");
        JsonNode seen = stage.standing(stage.applicant(), stage.path("certificates"), lastUse.block());
        stage.narrator()
                .tell(new Line.Fact(
                        "status",
                        words(seen.path("status")),
                        "folded by " + Cast.name(stage.cast().exporter()) + "'s own node"));
        for (JsonNode balance : seen.path("balances")) {
            stage.narrator()
                    .tell(new Line.Fact(
                            "item " + balance.path("item").asInt(),
                            amount(balance, "left") + " of " + amount(balance, "quantity") + " left",
                            words(balance.path("usage"))));
        }
        stage.narrator()
                .tell(new Line.Fact(
                        "complete up to",
                        "block " + seen.at("/completeUpTo/block").asLong() + ", "
                                + seen.at("/completeUpTo/missing").asLong() + " values missing",
                        "the last use is in block " + lastUse.block() + ": final"));
    }

    private static String words(JsonNode constant) {
        return constant.asString("").toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String amount(JsonNode balance, String which) {
        return Amounts.of(
                new BigDecimal(balance.path(which).asString()),
                new UnitCode(balance.path("unit").asString()));
    }

    /** The table at the end: every item on both sides, and whether both folded the same. */
    boolean summarise(Position lastUse) throws InterruptedException {
        JsonNode here = stage.standing(stage.applicant(), stage.path("certificates"), lastUse.block());
        JsonNode there = stage.standing(stage.verifier(), stage.path("inbox"), lastUse.block());
        Map<Integer, JsonNode> others = there.path("balances")
                .valueStream()
                .collect(Collectors.toMap(each -> each.path("item").asInt(), each -> each));
        List<List<String>> rows = new ArrayList<>();
        boolean same = true;
        for (JsonNode balance : here.path("balances")) {
            JsonNode other = others.get(balance.path("item").asInt());
            same &= balance.equals(other);
            rows.add(List.of(
                    balance.path("item").asString(),
                    amount(balance, "quantity"),
                    balance.path("used").asString(),
                    amount(balance, "left"),
                    other == null ? "unknown" : amount(other, "left")));
        }
        stage.narrator()
                .tell(new Line.Table(
                        List.of(
                                "item",
                                "quantity",
                                "used",
                                "left, at " + Cast.name(stage.cast().exporter()),
                                "left, at " + Cast.name(stage.cast().importer())),
                        rows));
        boolean sameStates = sameDigests();
        return same && sameStates;
    }

    private boolean sameDigests() {
        try (MemberReading here =
                        new MemberReading(stage.services().settings(stage.cast().exporter()));
                MemberReading there =
                        new MemberReading(stage.services().settings(stage.cast().importer()))) {
            Digest exporter = here.digest(stage.cast().importer());
            Digest importer = there.digest(stage.cast().exporter());
            boolean same = exporter.equals(importer);
            stage.narrator()
                    .tell(new Line.Fact(
                            "state digest",
                            stage.cast().exporter() + " " + exporter.hex().substring(0, 32) + "..., "
                                    + stage.cast().importer() + " "
                                    + importer.hex().substring(0, 32) + "...",
                            same ? "equal" : "NOT EQUAL"));
            return same;
        }
    }
}
