package org.entente.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.client.show.CompleteUpTo;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.Pair;
import org.entente.model.origin.CertificateView;
import org.entente.model.origin.CertificateView.Balance;
import org.entente.model.origin.certificate.DecimalText;

/** What is left, as each side computes it for itself. */
final class BalanceChapter {
    private final Stage stage;

    BalanceChapter(Stage stage) {
        this.stage = stage;
    }

    void tell(Position lastUse) throws InterruptedException {
        stage.narrator().chapter(Cast.name(stage.cast().exporter()) + " sees the balance, and how far it is final");
        stage.awaitFolded(stage.exporter(), stage.cast().importer(), lastUse);
        CertificateView view = stage.view(stage.exporter(), stage.cast().importer());
        stage.narrator()
                .tell(new Line.Fact(
                        "status",
                        view.status().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        "folded by " + Cast.name(stage.cast().exporter()) + "'s own node"));
        for (Balance balance : view.balances()) {
            stage.narrator()
                    .tell(new Line.Fact(
                            "item " + balance.item(),
                            Amounts.of(balance.left(), balance.unit()) + " of "
                                    + Amounts.of(balance.quantity().amount(), balance.unit()) + " left",
                            balance.usage().name().toLowerCase(Locale.ROOT)));
        }
        CompleteUpTo complete =
                stage.exporter().state().completeUpTo(stage.cast().importer());
        stage.narrator()
                .tell(new Line.Fact(
                        "complete up to",
                        "block " + complete.block() + ", " + complete.missing() + " values missing",
                        "the last use is in block " + lastUse.block() + ": final"));
    }

    /** The table at the end: every item on both sides, and whether both folded the same. */
    boolean summarise() {
        CertificateView here = stage.view(stage.exporter(), stage.cast().importer());
        CertificateView there = stage.view(stage.importer(), stage.cast().exporter());
        List<List<String>> rows = new ArrayList<>();
        boolean same = true;
        for (Balance balance : here.balances()) {
            Optional<Balance> other = there.balance(balance.item());
            same &= other.filter(balance::equals).isPresent();
            rows.add(List.of(
                    Integer.toString(balance.item()),
                    Amounts.of(balance.quantity().amount(), balance.unit()),
                    DecimalText.write(balance.used()),
                    Amounts.of(balance.left(), balance.unit()),
                    other.map(value -> Amounts.of(value.left(), value.unit())).orElse("unknown")));
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
        Optional<Pair> pair = Optional.of(stage.cast().issues().pair());
        Digest exporter = stage.exporter().state().digest(pair);
        Digest importer = stage.importer().state().digest(pair);
        same &= exporter.equals(importer);
        stage.narrator()
                .tell(new Line.Fact(
                        "state digest",
                        stage.cast().exporter() + " " + exporter.hex().substring(0, 32) + "..., "
                                + stage.cast().importer() + " " + importer.hex().substring(0, 32) + "...",
                        exporter.equals(importer) ? "equal" : "NOT EQUAL"));
        return same;
    }
}
