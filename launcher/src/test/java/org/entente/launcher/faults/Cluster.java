package org.entente.launcher.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.entente.launcher.consortium.Folders;
import org.entente.launcher.consortium.NodeSettings;
import org.entente.model.member.MemberId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A consortium whose ledger, database and instances are processes of their own: two instances of each of two members; other
 * members only have a part in the ledger. Everything is gone when it is closed but the processes' output, which
 * stays for diagnosis.
 */
final class Cluster implements AutoCloseable {
    /** Instances: the member and a number. */
    static final List<String> INSTANCES = List.of("AU-1", "AU-2", "CN-1", "CN-2");

    private static final Path PLACE = Path.of("target", "faults");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final Path logs;
    private final Ledger ledger;
    private final DatabaseProcess database;
    private final Map<String, InstanceProcess> nodes = new ConcurrentHashMap<>();
    private final Thread onExit = new Thread(this::endAll);

    /**
     * Founds and starts one.
     *
     * @param name of its folder
     * @param ledger not yet started; closed with this
     */
    Cluster(String name, Ledger ledger) {
        this.ledger = ledger;
        try {
            folder = Files.createDirectories(PLACE.toAbsolutePath().resolve(name));
            Folders.delete(folder);
            logs = Files.createDirectories(PLACE.toAbsolutePath().resolve(name + "-logs"));
            Folders.delete(logs);
            Files.createDirectories(logs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ledger.start(folder, logs);
        String url = settings("AU").database().url();
        int port = URI.create(url.substring("jdbc:".length())).getPort();
        database = new DatabaseProcess(folder.resolve("postgres"), port, logs.resolve("postgres.log"));
        Runtime.getRuntime().addShutdownHook(onExit);
        awaitReady();
    }

    Ledger ledger() {
        return ledger;
    }

    /** Everything that can be killed. */
    List<Victim> victims() {
        return Stream.of(
                        ledger.victims().stream(),
                        Stream.<Victim>of(database),
                        INSTANCES.stream().<Victim>map(instance -> new Instance(instance, this)))
                .flatMap(each -> each)
                .toList();
    }

    /** One that is started again under its name. */
    private record Instance(String name, Cluster cluster) implements Victim {
        @Override
        public String kind() {
            return "instance of " + name.substring(0, 2);
        }

        @Override
        public boolean kill() {
            cluster.node(name).kill();
            return true;
        }

        @Override
        public void back() {
            cluster.start(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** An instance, whether it runs or not. */
    InstanceProcess node(String instance) {
        return java.util.Objects.requireNonNull(nodes.get(instance));
    }

    /** What a member's instances are started with. */
    NodeSettings settings(String member) {
        return NodeSettings.read(settingsFile(member));
    }

    private Path settingsFile(String member) {
        return folder.resolve(new MemberId(member).value()).resolve("node.json");
    }

    /** Starts every instance that does not run, as a supervisor would, until all of them are ready. */
    void awaitReady() {
        Await.until("all instances are ready", PATIENCE, () -> {
            for (String instance : INSTANCES) {
                InstanceProcess node = nodes.get(instance);
                if (node == null || node.isGone()) {
                    start(instance);
                }
            }
            return nodes.values().stream().allMatch(InstanceProcess::isReady);
        });
    }

    void start(String instance) {
        nodes.put(instance, InstanceProcess.start(settingsFile(instance.substring(0, 2)), log(instance)));
    }

    private Path log(String instance) {
        return logs.resolve(instance + ".log");
    }

    /** An instance of a member on a new, empty database: it begins at block 0. */
    InstanceProcess startOnEmptyDatabase(String member, String name) {
        NodeSettings settings = settings(member);
        database.createDatabase(name, settings.database().role());
        try {
            ObjectNode own = (ObjectNode) JSON.readTree(Files.readAllBytes(settingsFile(member)));
            String url = settings.database().url();
            own.put("databaseUrl", url.substring(0, url.lastIndexOf('/') + 1) + name);
            Path file = settingsFile(member).resolveSibling(name + ".json");
            Files.write(file, JSON.writeValueAsBytes(own));
            return InstanceProcess.start(file, log(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every process's output so far. */
    Map<Path, String> output() {
        Map<Path, String> output = new TreeMap<>();
        try (var files = Files.list(logs)) {
            for (Path file : Stream.concat(files, ledger.output().stream()).toList()) {
                output.put(file, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return output;
    }

    private void endAll() {
        nodes.values().forEach(InstanceProcess::close);
        ledger.close();
        database.close();
    }

    @Override
    public void close() {
        endAll();
        Runtime.getRuntime().removeShutdownHook(onExit);
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
