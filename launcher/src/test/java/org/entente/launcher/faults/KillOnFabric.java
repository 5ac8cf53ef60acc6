package org.entente.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.entente.launcher.consortium.ConsortiumFailure;
import org.entente.launcher.network.NetworkInspection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What {@link KillTest} does, on a real Fabric network that is made for it. Not part of a build, since it takes minutes and
 * Fabric's programs; {@code docs/guides/faults.md} says how to run it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KillOnFabric {
    private static final Path MEMBERS =
            Path.of("..").resolve(System.getProperty("entente.faults.members", "network/fabric/members.yaml"));
    private static final Duration LENGTH = Duration.ofMinutes(Integer.getInteger("entente.faults.minutes", 3));
    private static final boolean ORDERER_DOWN = Boolean.getBoolean("entente.faults.orderer-down");
    private static final String KINDS = System.getProperty("entente.faults.kinds", "");
    private static final long SEED = Long.getLong("entente.faults.seed", new Random().nextInt(1_000_000));

    private final FabricProcesses network = new FabricProcesses(MEMBERS);
    private KillRun run;

    @BeforeAll
    void start() {
        assumeTrue(isFabricThere());
        System.out.println("entente.faults.seed=" + SEED);
        run = new KillRun("kill-on-fabric", network);
        System.out.println(network.words());
    }

    private static boolean isFabricThere() {
        try {
            NetworkInspection.fabricVersion();
            return true;
        } catch (ConsortiumFailure e) {
            System.out.println("SKIPPED: kills on real Fabric peers (" + e.getMessage() + ")");
            return false;
        }
    }

    @AfterAll
    void stop() {
        if (run != null) {
            run.close();
        }
    }

    @Test
    void everything_may_be_killed_at_any_time() {
        String away = ORDERER_DOWN ? network.loseLeader() + " dead all the time, " : "";
        Map<String, Integer> kills = run.kill(
                "F", LENGTH, new Random(SEED), victim -> victim.kind().matches(KINDS.isEmpty() ? ".*" : KINDS));
        assertThat(kills).isNotEmpty();
        run.check(true);
        System.out.println("| " + network.words() + " | " + SEED + " | " + LENGTH.toMinutes() + " min | " + away + kills
                + " | " + run.journal().acknowledged().size() + " acknowledged, "
                + run.journal().onLedger()
                + " of them on the ledger | nothing lost, doubled or different |");
    }
}
