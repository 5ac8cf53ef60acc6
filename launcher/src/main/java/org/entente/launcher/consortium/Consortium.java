package org.entente.launcher.consortium;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.entente.client.MemberNode;
import org.entente.client.MemberNodeConfig;
import org.entente.embedded.EmbeddedNetwork;
import org.entente.embedded.chaincode.ContractRuntime;
import org.entente.launcher.consortium.ConsortiumFailure.Code;
import org.entente.model.member.MemberId;

/**
 * A whole consortium on this machine: the embedded network, one PostgreSQL server with a database for each member, and a
 * running node for each. Embedded, one machine: no consensus among machines. Everything stands in one folder; a later
 * start on it finds everything again, however the last one ended. It also stops when the process is asked to end.
 */
public final class Consortium implements AutoCloseable {
    /** The four members of the demo, the tests and the benchmarks. */
    public static final List<MemberId> MEMBERS =
            List.of(new MemberId("AU"), new MemberId("CN"), new MemberId("ID"), new MemberId("SG"));

    private final DataFolder folder;
    private final Phases phases;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Map<MemberId, NodeSettings> settings = new ConcurrentHashMap<>();
    private final Map<MemberId, MemberNode> nodes = new ConcurrentHashMap<>();
    private final EmbeddedNetwork network;
    private final Thread onExit = new Thread(this::stop, "entente stop");

    /**
     * Starts, or starts again, what stands in a folder.
     *
     * @param folder made if absent
     * @param phases notes how long the parts take
     * @return the running consortium, every member admitted and every node following
     * @throws ConsortiumFailure if this machine or the folder does not allow it
     */
    public static Consortium start(Path folder, Phases phases) {
        return new Consortium(DataFolder.open(folder), phases);
    }

    private Consortium(DataFolder folder, Phases phases) {
        this.folder = folder;
        this.phases = phases;
        open.push(folder);
        Runtime.getRuntime().addShutdownHook(onExit);
        quietenLibraries();
        try {
            AtomicReference<EmbeddedNetwork> started = new AtomicReference<>();
            AtomicReference<PostgresServer> server = new AtomicReference<>();
            AllAtOnce.run(List.of(
                    ContractRuntime::router,
                    () -> server.set(kept(phases.time("PostgreSQL", () -> PostgresServer.start(folder.postgres())))),
                    () -> started.set(kept(phases.time("network", this::startNetwork)))));
            this.network = started.get();
            Map<MemberId, MemberFiles> files = files();
            AllAtOnce.run(List.of(
                    () -> phases.time("admissions, keys, rule sets", () -> {
                        new Founding(new EmbeddedView(network), Founding::sampleDid).run(files);
                        return files;
                    }),
                    () -> AllAtOnce.run(files.entrySet().stream()
                            .map(each -> (Runnable) () -> startNode(each.getKey(), each.getValue(), server.get()))
                            .toList())));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The shim tells at INFO, on standard error, that it sets up its logging. */
    private static void quietenLibraries() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            // Its levels the shim sets itself.
            handler.setFilter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue());
        }
    }

    private EmbeddedNetwork startNetwork() {
        try {
            EmbeddedNetwork.Builder builder = EmbeddedNetwork.builder(folder.network());
            MEMBERS.forEach(builder::member);
            return builder.start();
        } catch (RuntimeException e) {
            throw new ConsortiumFailure(
                    Code.NETWORK,
                    "the embedded network does not start: " + e.getMessage(),
                    "If a port is taken, end the program that holds it or delete network/endpoints.json in the folder.",
                    e);
        }
    }

    private Map<MemberId, MemberFiles> files() {
        Map<MemberId, MemberFiles> files = new LinkedHashMap<>();
        for (MemberId member : network.members()) {
            MemberFiles own = new MemberFiles(member, folder.member(member));
            own.prepare(() -> network.authority(member), Instant.now());
            files.put(member, own);
        }
        return files;
    }

    private void startNode(MemberId member, MemberFiles files, PostgresServer server) {
        phases.time("node of " + member, () -> {
            MemberDatabase database = server.database(member, files.databasePassword());
            NodeSettings own = files.settings(network.endpoint(member), database);
            settings.put(member, own);
            nodes.put(member, kept(MemberNode.start(own.config())));
            return own;
        });
    }

    private <T extends AutoCloseable> T kept(T part) {
        synchronized (open) {
            open.push(part);
        }
        return part;
    }

    /**
     * A member's running node.
     *
     * @param member a member
     * @return its first instance
     */
    public MemberNode node(MemberId member) {
        return Optional.ofNullable(nodes.get(member)).orElseThrow(() -> notAMember(member));
    }

    /**
     * Starts one more instance of a member in this process, on the same database.
     *
     * @param member a member
     * @return a second node; it ends with the consortium, or earlier if the caller closes it
     */
    public MemberNode anotherInstance(MemberId member) {
        return kept(MemberNode.start(config(member)));
    }

    /**
     * What instances of a member are started with.
     *
     * @param member a member
     * @return its configuration
     */
    public MemberNodeConfig config(MemberId member) {
        return settings(member).config();
    }

    /**
     * The member's settings; {@link #settingsFile} holds them for other processes.
     *
     * @param member a member
     * @return its settings
     */
    public NodeSettings settings(MemberId member) {
        return Optional.ofNullable(settings.get(member)).orElseThrow(() -> notAMember(member));
    }

    /**
     * The file from which {@link NodeMain} starts an instance.
     *
     * @param member a member
     * @return {@code node.json} in the member's folder
     */
    public Path settingsFile(MemberId member) {
        return new MemberFiles(member, folder.member(member)).settingsFile();
    }

    /**
     * The network.
     *
     * @return embedded, on this machine
     */
    public EmbeddedNetwork network() {
        return network;
    }

    /**
     * Where everything stands.
     *
     * @return the data folder, absolute
     */
    public Path folder() {
        return folder.root();
    }

    private static IllegalArgumentException notAMember(MemberId member) {
        return new IllegalArgumentException("not a member here: " + member);
    }

    /** Stops nodes, network and database, in this order; waits for each. Closing again does nothing. */
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

    private void stop() {
        synchronized (open) {
            while (!open.isEmpty()) {
                closeOne(open.pop());
            }
        }
    }

    private static void closeOne(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            org.slf4j.LoggerFactory.getLogger(Consortium.class).warn("a part does not stop: {}", e.toString());
        }
    }
}
