package org.entente.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.entente.launcher.faults.Journal.Entry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Kills at any time; once of each kind unless more are asked for with {@code -Dentente.faults.rounds=N}. The same plan
 * again: {@code -Dentente.faults.seed=N}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class KillTest {
    private static final int ROUNDS = Integer.getInteger("entente.faults.rounds", 1);
    private static final long SEED = Long.getLong("entente.faults.seed", new Random().nextInt(1_000_000));

    private Random random = new Random(SEED);
    private KillRun run;

    @BeforeAll
    void start() {
        System.out.println("entente.faults.seed=" + SEED);
        run = new KillRun("kill", new LedgerProcess());
    }

    @AfterAll
    void stop() {
        if (run != null) {
            run.close();
        }
    }

    @BeforeEach
    void seed(TestInfo test) {
        random = new Random(SEED ^ test.getDisplayName().hashCode());
    }

    @Test
    void the_ledger_process_may_be_killed_at_any_time() {
        kill("L", ROUNDS, "ledger");
    }

    @Test
    void an_instance_of_the_author_may_be_killed_at_any_time() {
        kill("A", ROUNDS, "instance of AU");
    }

    @Test
    void an_instance_of_the_audience_may_be_killed_at_any_time() {
        kill("C", ROUNDS, "instance of CN");
    }

    @Test
    void the_database_server_may_be_killed_at_any_time() {
        kill("D", ROUNDS, "database");
    }

    /** Last, since it also looks at what all the others left from block 0. */
    @Test
    @Order(Integer.MAX_VALUE)
    void all_of_them_may_be_killed_in_any_order_and_two_at_once() {
        kill("M", 2 * ROUNDS, "");
    }

    private void kill(String name, int rounds, String kind) {
        run.kill(name, rounds, random, victim -> victim.kind().startsWith(kind));
        run.check(ROUNDS > 1 || name.equals("M"));
    }

    @Test
    void of_two_parallel_uses_of_60_t_of_100_t_exactly_one_stands() throws Exception {
        int times = 5 * ROUNDS;
        Client first = new Client(run.cluster(), run.journal(), random);
        List<Entry> issues = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            issues.add(first.say(Certificates.issue("P-" + i)));
        }
        issues.forEach(first::await);
        for (Entry issue : issues) {
            Await.until(
                    "China has it",
                    java.time.Duration.ofSeconds(30),
                    () -> first.ask(
                                    "CN",
                                    Verification.question("AU", issue.request().subject()))
                            .has("state"));
        }
        for (int i = 0; i < times; i++) {
            twoUses("P-" + i, random.nextInt(3_000_000));
        }
        run.check(ROUNDS > 1);
    }

    private void twoUses(String number, int nanosBetween) throws Exception {
        List<Entry> uses = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (String instance : List.of("CN-1", "CN-2")) {
            Request use = Certificates.use(number, instance.charAt(3) - '0', 60);
            InstanceProcess node = run.cluster().node(instance);
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    uses.add(run.journal().answered(use, node.ask(use.line(), 30)));
                } catch (InstanceProcess.NoAnswer e) {
                    run.journal().violated("no answer to " + use.key());
                }
            }));
            java.util.concurrent.locks.LockSupport.parkNanos(nanosBetween);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Client client = new Client(run.cluster(), run.journal(), random);
        assertThat(uses.stream().map(client::await).map(how -> how.startsWith("FINAL STANDS")))
                .containsExactlyInAnyOrder(true, false);
    }
}
