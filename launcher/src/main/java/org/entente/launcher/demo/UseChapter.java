package org.entente.launcher.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.client.MemberNode;
import org.entente.client.outbox.Acceptance;
import org.entente.model.ledger.Position;
import org.entente.model.origin.OriginStatement.Used;
import org.entente.model.origin.UseKey;
import org.entente.model.origin.certificate.CertificateItem;
import org.entente.model.origin.certificate.Quantity;

/** The importing side uses the certificate, tries to use too much, and tries twice at the same time. */
final class UseChapter {
    private static final String DECLARATION = "SAMPLE-DECLARATION-1";
    private static final int DAYS_AFTER_ISSUE = 14;

    private final Stage stage;
    private final List<CertificateItem> items;

    UseChapter(Stage stage) {
        this.stage = stage;
        this.items = stage.certificate().items();
    }

    /** Tells it, and gives the position of the last use that stands. */
    Position tell() throws InterruptedException {
        stage.narrator()
                .chapter(Cast.name(stage.cast().importer()) + " uses it: a part, then too much, then twice at once");
        Position last = partly();
        tooMuch();
        return twice().orElse(last);
    }

    private Position partly() throws InterruptedException {
        CertificateItem item = items.getLast();
        Stage.Spoken said = use(stage.importer(), item, Portion.of(item, items.size() > 1 ? 30 : 10), 1);
        if (!said.stands()) {
            throw new NotAsExpected("a use within the balance does not stand");
        }
        return said.at().orElseThrow();
    }

    private void tooMuch() throws InterruptedException {
        CertificateItem item = items.getLast();
        Stage.Spoken said = use(stage.importer(), item, item.quantity(), 2);
        if (said.stands()) {
            throw new NotAsExpected("a use beyond the balance stands");
        }
    }

    private Stage.Spoken use(MemberNode node, CertificateItem item, Quantity quantity, int line)
            throws InterruptedException {
        Stage.Spoken said = stage.say(node, stage.cast().exporter(), statement(item, quantity, line), "use " + line);
        stage.tell(stage.cast().answers(), words(item, quantity, line), said);
        return said;
    }

    /** Both are handed in before either is settled; the second instance runs on the same database, as in production. */
    private Optional<Position> twice() throws InterruptedException {
        CertificateItem item = items.getFirst();
        Quantity sixty = Portion.of(item, 60);
        stage.narrator()
                .tell(new Line.Note("Two instances of " + Cast.name(stage.cast().importer())
                        + "'s node each state a use of " + Amounts.of(sixty.amount(), item.unit()) + " of item "
                        + item.number() + " at the same time:"));
        try (MemberNode second = stage.consortium().anotherInstance(stage.cast().importer())) {
            MemberNode first = stage.importer();
            Acceptance one = stage.hand(first, stage.cast().exporter(), statement(item, sixty, 3), "use 3");
            Acceptance other = stage.hand(second, stage.cast().exporter(), statement(item, sixty, 4), "use 4");
            Stage.Spoken firstSaid = Stage.settled(first, one);
            Stage.Spoken secondSaid = Stage.settled(second, other);
            stage.tell(stage.cast().answers(), "instance 1: " + words(item, sixty, 3), firstSaid);
            stage.tell(stage.cast().answers(), "instance 2: " + words(item, sixty, 4), secondSaid);
            if (firstSaid.stands() == secondSaid.stands()) {
                throw new NotAsExpected("of two uses that exclude each other, not exactly one stands");
            }
            stage.narrator().tell(new Line.Fact("of the two", "exactly one stands", "both outcomes are final"));
            return firstSaid.stands() ? firstSaid.at() : secondSaid.at();
        }
    }

    private Used statement(CertificateItem item, Quantity quantity, int line) {
        LocalDate day = stage.certificate().issuedAt().plusDays(DAYS_AFTER_ISSUE);
        return new Used(
                stage.certificate().id(), new UseKey(item.number(), DECLARATION, line), quantity, item.unit(), day);
    }

    private static String words(CertificateItem item, Quantity quantity, int line) {
        return Amounts.of(quantity.amount(), item.unit()) + " of item " + item.number() + " are used by " + DECLARATION
                + " line " + line;
    }
}
