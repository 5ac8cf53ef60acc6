package org.entente.launcher.consortium;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.entente.certs.file.WholeFiles;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.shipped.ShippedRules;

/**
 * What members need before their services can start as processes of their own: the folder, the database server, keys,
 * settings, and what stands on the ledger once for all. Whoever uses it starts the ledger and the services.
 */
public final class Groundwork implements AutoCloseable {
    private final DataFolder folder;
    private final Deque<Runnable> open = new ArrayDeque<>();

    private Groundwork(DataFolder folder) {
        this.folder = folder;
        open.push(folder::close);
    }

    /**
     * Takes a folder, which nobody else can until this is closed.
     *
     * @param folder made if absent
     * @return nothing is started yet
     * @throws ConsortiumFailure if the folder cannot be used
     */
    public static Groundwork in(Path folder) {
        return new Groundwork(DataFolder.open(folder));
    }

    /**
     * The folder.
     *
     * @return absolute
     */
    public Path root() {
        return folder.root();
    }

    /**
     * Where the ledger stands.
     *
     * @return for its process
     */
    public Path network() {
        return folder.network();
    }

    /**
     * Starts the database server of all members.
     *
     * @return makes members' databases
     * @throws ConsortiumFailure if this machine does not allow it
     */
    public DatabaseServer startDatabase() {
        PostgresServer server = PostgresServer.start(folder.postgres());
        synchronized (open) {
            open.push(server::close);
        }
        return new DatabaseServer(server);
    }

    /** The database server of all members. */
    public static final class DatabaseServer {
        private final PostgresServer server;

        private DatabaseServer(PostgresServer server) {
            this.server = server;
        }

        /**
         * Its process.
         *
         * @return its number, if it runs
         */
        public OptionalLong pid() {
            return server.pid();
        }
    }

    /**
     * Makes what is missing of a member's keys, and its database.
     *
     * @param member a member
     * @param network serves already
     * @param server runs
     * @return the settings of the member's instances for this run
     */
    public NodeSettings prepare(MemberId member, NetworkView network, DatabaseServer server) {
        MemberFiles files = files(member);
        network.client(member).ifPresent(files::adopt);
        files.prepare(() -> network.authority(member), Instant.now());
        return files.settings(network.endpoint(member), server.server.database(member, files.databasePassword()));
    }

    private MemberFiles files(MemberId member) {
        return new MemberFiles(member, folder.member(member));
    }

    /**
     * Has the members admit each other, publish their keys and the rule sets, once for a folder and these rule sets.
     *
     * @param network serves already; every member is prepared
     * @param dids the members' decentralised identifiers
     */
    public void found(NetworkView network, Map<MemberId, String> dids) {
        Path note = folder.root().resolve("founded");
        byte[] wanted = Digest.of((dids + " "
                                + ShippedRules.RULE_SETS.all().stream()
                                        .map(set -> set.name() + " " + set.digest())
                                        .toList())
                        .getBytes(StandardCharsets.UTF_8))
                .hex()
                .getBytes(StandardCharsets.US_ASCII);
        if (Files.exists(note) && java.util.Arrays.equals(WholeFiles.read(note), wanted)) {
            return;
        }
        Map<MemberId, MemberFiles> files = new LinkedHashMap<>();
        network.members().forEach(member -> files.put(member, files(member)));
        UnaryOperator<String> did = code -> dids.getOrDefault(new MemberId(code), Founding.sampleDid(code));
        new Founding(network, did).run(files);
        WholeFiles.write(note, wanted, WholeFiles.Readers.EVERYBODY);
    }

    /**
     * Does several things at the same time and waits for all of them.
     *
     * @param tasks the things
     */
    public static void together(List<Runnable> tasks) {
        AllAtOnce.run(tasks);
    }

    /** Ends the database server and lets go of the folder. */
    @Override
    public void close() {
        synchronized (open) {
            while (!open.isEmpty()) {
                try {
                    open.pop().run();
                } catch (RuntimeException e) {
                    org.slf4j.LoggerFactory.getLogger(Groundwork.class).warn("a part does not stop: {}", e.toString());
                }
            }
        }
    }
}
