package org.entente.launcher.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.entente.launcher.service.Account.Role;
import org.entente.launcher.service.Answer;
import org.entente.launcher.service.SignedIn;
import org.entente.model.ledger.Position;
import org.entente.model.origin.certificate.CertificateItem;
import org.entente.model.origin.certificate.Quantity;
import tools.jackson.databind.json.JsonMapper;

/** The importing side uses the certificate, tries to use too much, and tries twice at the same time. */
final class UseChapter {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DECLARATION = "SAMPLE-DECLARATION-1";
    private static final int DAYS_AFTER_ISSUE = 14;

    private final Stage stage;
    private final List<CertificateItem> items;

    UseChapter(Stage stage) {
        this.stage = stage;
        this.items = stage.certificate().items();
    }

    /** Tells it, and gives the position of the last use that stands. */
    Position tell() {
        stage.narrator()
                .chapter(Cast.name(stage.cast().importer()) + " uses it: a part, then too much, then twice at once");
        Position last = partly();
        tooMuch();
        return twice().orElse(last);
    }

    private Position partly() {
        CertificateItem item = items.getLast();
        Spoken said = use(item, Portion.of(item, items.size() > 1 ? 30 : 10), 1);
        if (!said.stands()) {
            throw new NotAsExpected("a use within the balance does not stand");
        }
        return said.at().orElseThrow();
    }

    private void tooMuch() {
        CertificateItem item = items.getLast();
        Spoken said = use(item, item.quantity(), 2);
        if (said.stands()) {
            throw new NotAsExpected("a use beyond the balance stands");
        }
    }

    private Spoken use(CertificateItem item, Quantity quantity, int line) {
        Spoken said = stage.say(stage.verifier(), path(), "use-" + line, body(item, quantity, line));
        stage.tell(stage.cast().answers(), words(item, quantity, line), said);
        return said;
    }

    /** Both are on their way before either is settled. */
    private Optional<Position> twice() {
        CertificateItem item = items.getFirst();
        Quantity sixty = Portion.of(item, 60);
        stage.narrator()
                .tell(new Line.Note(
                        "Two sessions of " + Cast.name(stage.cast().importer()) + "'s officers each record a"
                                + " use of " + Amounts.of(sixty.amount(), item.unit()) + " of item " + item.number()
                                + " at the same time:"));
        SignedIn first = stage.verifier();
        SignedIn second = stage.signIn(stage.cast().importer(), Role.VERIFYING_OFFICER);
        CompletableFuture<Answer> one =
                CompletableFuture.supplyAsync(() -> first.post(path(), stage.key("use-3"), body(item, sixty, 3), ""));
        CompletableFuture<Answer> other =
                CompletableFuture.supplyAsync(() -> second.post(path(), stage.key("use-4"), body(item, sixty, 4), ""));
        Spoken firstSaid = stage.settled(first, one.join(), "/statement");
        Spoken secondSaid = stage.settled(second, other.join(), "/statement");
        stage.tell(stage.cast().answers(), "session 1: " + words(item, sixty, 3), firstSaid);
        stage.tell(stage.cast().answers(), "session 2: " + words(item, sixty, 4), secondSaid);
        if (firstSaid.stands() == secondSaid.stands()) {
            throw new NotAsExpected("of two uses that exclude each other, not exactly one stands");
        }
        stage.narrator().tell(new Line.Fact("of the two", "exactly one stands", "both outcomes are final"));
        return firstSaid.stands() ? firstSaid.at() : secondSaid.at();
    }

    private String path() {
        return stage.path("inbox") + "/uses";
    }

    private String body(CertificateItem item, Quantity quantity, int line) {
        LocalDate day = stage.certificate().issuedAt().plusDays(DAYS_AFTER_ISSUE);
        return JSON.createObjectNode()
                .put("item", item.number())
                .put("declaration", DECLARATION)
                .put("declarationItem", line)
                .put("quantity", quantity.toString())
                .put("unit", item.unit().value())
                .put("presentedOn", day.toString())
                .toString();
    }

    private static String words(CertificateItem item, Quantity quantity, int line) {
        return Amounts.of(quantity.amount(), item.unit()) + " of item " + item.number() + " are used by " + DECLARATION
                + " line " + line;
    }
}
