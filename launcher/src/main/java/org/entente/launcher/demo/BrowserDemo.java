package org.entente.launcher.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.entente.launcher.consortium.Consortium;
import org.entente.launcher.consortium.Phases;
import org.entente.launcher.service.Account;
import org.entente.launcher.service.Administrations;
import org.entente.launcher.service.DemoPlan;
import org.entente.launcher.service.Guide;
import org.entente.launcher.service.Watcher;
import org.entente.model.member.MemberId;

/** Four administrations for the browser, until somebody ends them. */
final class BrowserDemo implements Watcher {
    private final PrintWriter out;
    private final long begin = System.nanoTime();
    private final CountDownLatch broken = new CountDownLatch(1);

    BrowserDemo(PrintWriter out) {
        this.out = out;
    }

    /** Runs until it is ended from outside, or something without which it cannot go on has ended. */
    int run(DemoPlan plan, Phases phases) throws InterruptedException {
        say("Entente: four customs administrations on this machine (demonstration keys)");
        try (Administrations services = Administrations.start(plan, this, phases);
                Guide guide = phases.time("samples", () -> Guide.open(services, LocalDate.now(ZoneOffset.UTC)))) {
            progress("ready");
            say("");
            say("The network: " + services.ledger().label() + ", demonstration keys.");
            say("Open " + guide.address() + " in a browser: it says who to be and what to try.");
            say("");
            table(services);
            say("");
            say(
                    plan.temporary()
                            ? "Everything stands in a temporary folder and is gone at the end; --data DIR keeps it."
                            : "Everything stands in " + services.folder() + " and is there the next time.");
            say("Stop: Ctrl-C. Output of the services: " + services.folder().resolve("logs"));
            broken.await();
            return Ending.BROKEN;
        }
    }

    private void table(Administrations services) {
        List<Function<Account, String>> cells = List.of(
                account -> Cast.name(account.member()),
                account -> services.ports().address(account.member()).toString(),
                account -> account.role().account(),
                Account::password);
        List<Account> accounts = Consortium.MEMBERS.stream()
                .flatMap((MemberId member) -> services.accounts().of(member).stream())
                .toList();
        List<Integer> widths = cells.stream()
                .map(cell -> accounts.stream()
                        .mapToInt(account -> cell.apply(account).length())
                        .max()
                        .orElse(0))
                .toList();
        for (Account account : accounts) {
            StringBuilder line = new StringBuilder("  ");
            boolean again = account.role() != Account.Role.EXPORTER;
            for (int i = 0; i < cells.size(); i++) {
                String cell = again && i < 2 ? "" : cells.get(i).apply(account);
                line.append(cell).append(" ".repeat(widths.get(i) - cell.length() + 2));
            }
            say(line.toString().stripTrailing());
        }
    }

    @Override
    public void progress(String words) {
        Duration since = Duration.ofNanos(System.nanoTime() - begin);
        say(String.format(Locale.ROOT, "  %3d.%d s  %s", since.toSeconds(), since.toMillisPart() / 100, words));
    }

    @Override
    public void alarm(String words) {
        say("! " + words);
    }

    @Override
    public void broken(String words) {
        alarm(words + " The demo ends.");
        broken.countDown();
    }

    private synchronized void say(String line) {
        out.println(Printable.of(line));
        out.flush();
    }
}
