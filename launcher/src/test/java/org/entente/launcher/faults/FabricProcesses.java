package org.entente.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.launcher.Main;
import org.entente.launcher.consortium.Groundwork;
import org.entente.launcher.network.NetworkInspection;
import org.entente.launcher.network.RealNetwork;

/**
 * The processes of a real Fabric network. Nothing here starts again what was killed: the network's own supervisor does, or
 * nobody.
 */
final class FabricProcesses implements Ledger {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration COME_BACK = Duration.ofMinutes(2);

    private final Path members;
    private Path folder = Path.of("");
    private Optional<RealNetwork> network = Optional.empty();
    private Optional<Orderers> orderers = Optional.empty();
    private Optional<String> dead = Optional.empty();

    /** Nothing is started yet; the members file describes all members. */
    FabricProcesses(Path members) {
        this.members = members;
    }

    @Override
    public void start(Path consortium, Path logs) {
        try (Groundwork work = Groundwork.in(consortium)) {
            folder = consortium.resolve("fabric");
            RealNetwork made = RealNetwork.in(folder, members);
            network = Optional.of(made);
            made.up(System.out::println);
            orderers = Optional.of(new Orderers(plan()));
            Groundwork.DatabaseServer server = work.startDatabase();
            made.members().forEach(member -> work.prepare(member, made, server));
            work.found(made, Map.of());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private NetworkPlan plan() {
        return NetworkInspection.of(Optional.of(folder), Optional.empty()).plan();
    }

    /** What it is, in a few words. */
    String words() {
        return network.orElseThrow().words();
    }

    /** Has the orderer that leads stay dead until all is checked; returns its name. */
    String loseLeader() {
        String leader = orderers.orElseThrow().leader();
        control("stop", "--kill", leader);
        dead = Optional.of(leader);
        return leader;
    }

    @Override
    public List<Victim> victims() {
        List<Victim> victims = new ArrayList<>();
        for (NetworkMember member : plan().members()) {
            victims.add(new Supervised("peer", List.of("peer." + member.id())));
            victims.add(new Supervised("chaincode", List.of("chaincode." + member.id())));
        }
        if (dead.isEmpty()) {
            plan().orderers()
                    .forEach(member -> victims.add(new Supervised("orderer", List.of("orderer." + member.id()))));
            victims.add(new Supervised("leader", List.of()));
        }
        return victims;
    }

    private Optional<ProcessHandle> process(String name) {
        return Optional.ofNullable(network.orElseThrow().processes().get(name));
    }

    /** A process that the supervisor looks after. */
    private final class Supervised implements Victim {
        private final String kind;
        private final List<String> fixed;
        private String name = "";
        private long pid;

        /** Without a name it is the orderer that leads at the moment of the kill. */
        Supervised(String kind, List<String> fixed) {
            this.kind = kind;
            this.fixed = fixed;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public boolean kill() {
            name = fixed.isEmpty() ? orderers.orElseThrow().leader() : fixed.getFirst();
            Optional<ProcessHandle> process = process(name);
            process.ifPresent(each -> {
                pid = each.pid();
                each.destroyForcibly();
                each.onExit()
                        .orTimeout(30, java.util.concurrent.TimeUnit.SECONDS)
                        .join();
            });
            return process.isPresent();
        }

        @Override
        public String toString() {
            return fixed.isEmpty() ? "leader " + name : name;
        }

        @Override
        public void back() {
            Await.until(
                    name + " is started again by itself",
                    COME_BACK,
                    () -> process(name).map(each -> each.pid() != pid).orElse(false));
        }
    }

    @Override
    public List<Path> output() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals("log.txt"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whoever was kept away on purpose is started; nobody else is touched. */
    @Override
    public void check(Cluster cluster) {
        dead.ifPresent(orderer -> control("start", orderer));
        dead = Optional.empty();
        Await.until("all is well", PATIENCE, () -> control("status") == 0);
        Chains chains = new Chains(plan());
        Await.until(
                "all have the same height",
                PATIENCE,
                () -> chains.heights().values().stream().distinct().count() == 1);
        System.out.println("heights " + chains.heights());
        chains.check(cluster);
    }

    private int control(String action, String... more) {
        List<String> words = new ArrayList<>(List.of("network", action, "--data", folder.toString()));
        words.addAll(List.of(more));
        int code = Main.commandLine().execute(words.toArray(String[]::new));
        assertThat(code).isLessThan(2);
        return code;
    }

    @Override
    public void close() {
        network.ifPresent(RealNetwork::down);
    }
}
