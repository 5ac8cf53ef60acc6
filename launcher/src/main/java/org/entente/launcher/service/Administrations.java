package org.entente.launcher.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.entente.launcher.consortium.Consortium;
import org.entente.launcher.consortium.ConsortiumFailure;
import org.entente.launcher.consortium.ConsortiumFailure.Code;
import org.entente.launcher.consortium.Groundwork;
import org.entente.launcher.consortium.NetworkView;
import org.entente.launcher.consortium.NodeSettings;
import org.entente.launcher.consortium.Phases;
import org.entente.launcher.process.Guard;
import org.entente.model.member.MemberId;

/**
 * Four administrations on this machine, as people and programs meet them: ledger, PostgreSQL and each administration's API
 * in processes of their own. One machine: no consensus among machines, and demonstration keys. When this process ends,
 * however it ends, so do they.
 */
public final class Administrations implements AutoCloseable {
    private final Groundwork ground;
    private final Guard guard;
    private final Ports ports;
    private final DemoPlan plan;
    private final Watcher watcher;
    private final Phases phases;
    private final Path logs;
    private final Map<MemberId, NodeSettings> nodes = new ConcurrentHashMap<>();
    private final Map<MemberId, MemberService> services = new ConcurrentHashMap<>();
    private final Accounts accounts;
    private final Ledger ledger;
    private final long begin = System.nanoTime();
    private final Thread onExit = new Thread(this::stop, "entente stop");

    private volatile boolean stopping;
    private boolean stopped;

    /**
     * Starts them, or starts them again.
     *
     * @param plan where and how
     * @param watcher hears how it goes
     * @param phases notes how long the parts take
     * @return running, every API answering
     * @throws ConsortiumFailure if this machine or the folder does not allow it
     */
    public static Administrations start(DemoPlan plan, Watcher watcher, Phases phases) {
        Groundwork ground = Groundwork.in(plan.folder());
        try {
            Ledger ledger = Ledger.of(ground.root(), ground.network(), plan.fabric());
            Ports ports = Ports.of(ground.root().resolve("ports.json"), Consortium.MEMBERS, plan.port());
            return new Administrations(plan, ground, ledger, ports, watcher, phases);
        } catch (RuntimeException e) {
            ground.close();
            throw e;
        }
    }

    private Administrations(
            DemoPlan plan, Groundwork ground, Ledger ledger, Ports ports, Watcher watcher, Phases phases) {
        this.ledger = ledger;
        this.plan = plan;
        this.ground = ground;
        this.ports = ports;
        this.watcher = watcher;
        this.phases = phases;
        Consortium.MEMBERS.forEach(member -> folder(member.value()));
        this.logs = folder("logs");
        this.accounts = new Accounts(ground.root());
        this.guard = Guard.start();
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            if (plan.temporary()) {
                guard.discard(ground.root());
            }
            startAll();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startAll() {
        NetworkView network = ledger.view();
        List<Groundwork.DatabaseServer> servers = java.util.Collections.synchronizedList(new ArrayList<>());
        Groundwork.together(List.of(
                () -> servers.add(phases.time("PostgreSQL", this::startDatabase)),
                () -> phases.time("ledger", this::startLedger)));
        phases.run(
                "keys and databases",
                () -> Groundwork.together(Consortium.MEMBERS.stream()
                        .map(member ->
                                (Runnable) () -> nodes.put(member, ground.prepare(member, network, servers.getFirst())))
                        .toList()));
        Redeliveries redeliveries = Redeliveries.of(ports, nodes);
        List<Runnable> tasks = new ArrayList<>();
        tasks.add(() -> phases.run("admissions, keys, rule sets", () -> ground.found(network, ports.dids())));
        Semaphore turns = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
        Consortium.MEMBERS.forEach(member -> tasks.add(() -> startService(member, redeliveries, turns)));
        Groundwork.together(tasks);
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(ground.root().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starting and stopping may meet: whoever starts something looks before and after, and undoes what came too late. */
    private void unlessStopping(Runnable undo) {
        if (stopping) {
            undo.run();
            throw new ConsortiumFailure(Code.API, "the demo is ending", "Start it again.");
        }
    }

    private Groundwork.DatabaseServer startDatabase() {
        unlessStopping(() -> {});
        Groundwork.DatabaseServer server = GuardedDatabase.start(ground, guard, this::alarmUnlessStopping);
        unlessStopping(ground::close);
        watcher.progress("PostgreSQL runs");
        return server;
    }

    private String startLedger() {
        unlessStopping(() -> {});
        ledger.start(guard, watcher);
        unlessStopping(ledger::stop);
        return ledger.label();
    }

    private void alarmUnlessStopping(String words) {
        if (!stopping) {
            watcher.broken(words);
        }
    }

    private void startService(MemberId member, Redeliveries redeliveries, Semaphore turns) {
        turns.acquireUninterruptibly();
        try {
            unlessStopping(() -> {});
            NodeSettings node = java.util.Objects.requireNonNull(nodes.get(member));
            Path file = ApiSettings.write(
                    folder(member.value()),
                    node,
                    ledger.connection(member),
                    ports,
                    Accounts.file(ground.root(), member),
                    redeliveries);
            MemberService service = new MemberService(
                    member,
                    new MemberService.Plan(
                            ports.address(member),
                            file,
                            logs.resolve(member + ".log"),
                            plan.options(),
                            member.equals(Consortium.MEMBERS.getFirst()),
                            plan.restarts()),
                    guard,
                    watcher);
            services.put(member, service); // before the look, like the ledger
            unlessStopping(service::stop);
            phases.run("API of " + member, service::start);
            watcher.progress("the API of " + member + " answers at " + ports.address(member));
        } finally {
            turns.release();
        }
    }

    /**
     * Where people reach what.
     *
     * @return ports of this folder
     */
    public Ports ports() {
        return ports;
    }

    /**
     * Who can sign in where.
     *
     * @return accounts with their passwords
     */
    public Accounts accounts() {
        return accounts;
    }

    /**
     * Whether an administration's API answers.
     *
     * @param member an administration
     * @return false while it starts, and after it died
     */
    public boolean isServing(MemberId member) {
        MemberService service = services.get(member);
        return service != null && service.isServing();
    }

    /**
     * The process of an administration's API.
     *
     * @param member an administration
     * @return its number
     */
    public long pid(MemberId member) {
        return java.util.Objects.requireNonNull(services.get(member)).pid();
    }

    /**
     * What an instance of a member is started with.
     *
     * @param member a member
     * @return its settings
     */
    public NodeSettings settings(MemberId member) {
        return java.util.Objects.requireNonNull(nodes.get(member));
    }

    /**
     * How long ago their start began.
     *
     * @return of the ledger, the database and the services
     */
    public Duration running() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Tells whoever watches. */
    void progress(String words) {
        watcher.progress(words);
    }

    /**
     * What they state things on.
     *
     * @return runs
     */
    public Ledger ledger() {
        return ledger;
    }

    /**
     * Where everything stands.
     *
     * @return the data folder, absolute
     */
    public Path folder() {
        return ground.root();
    }

    /** Stops the APIs, the ledger and the database, in this order. Closing again does nothing. */
    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // the process is ending, and this is what its end runs
            return;
        }
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        stopping = true;
        watcher.progress("stopping");
        Groundwork.together(services.values().stream()
                .map(service -> (Runnable) service::stop)
                .toList());
        services.clear();
        ledger.stop();
        ground.close();
        guard.close();
    }
}
