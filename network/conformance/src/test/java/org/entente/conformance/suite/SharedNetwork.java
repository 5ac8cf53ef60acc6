package org.entente.conformance.suite;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.entente.conformance.client.Client;
import org.entente.conformance.network.Credentials;
import org.entente.conformance.network.NetworkProvider;
import org.entente.conformance.network.NetworkUnderTest;
import org.entente.conformance.observe.Observed;
import org.entente.conformance.observe.ObservedFile;
import org.entente.model.member.MemberId;
import org.jspecify.annotations.Nullable;

/** One network for all tests of a run, and what the run saw of it. */
final class SharedNetwork implements AutoCloseable {
    /** Set to {@code true}, the run writes what it saw to {@code observed/} instead of comparing with it. */
    static final String RECORD = "entente.conformance.record";

    private static @Nullable SharedNetwork open;

    private final NetworkUnderTest network = NetworkProvider.openConfigured();
    private final Map<String, Client> clients = new TreeMap<>();
    private final Map<String, Observed> expected = ObservedFile.read(file());
    private final Map<String, Observed> seen = new TreeMap<>();
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    static synchronized SharedNetwork open() {
        SharedNetwork shared = open;
        if (shared == null) {
            shared = new SharedNetwork();
            open = shared;
        }
        return shared;
    }

    NetworkUnderTest network() {
        return network;
    }

    /** Distinguishes this run's keys from those of earlier runs on the same network. */
    String run() {
        return run;
    }

    Client client(String member) {
        return clients.computeIfAbsent(member, name -> Client.of(network, network.client(new MemberId(name))));
    }

    Client administrator(String member) {
        return clients.computeIfAbsent(
                "admin of " + member, name -> Client.of(network, network.administrator(new MemberId(member))));
    }

    Client as(Credentials credentials, String peerOf) {
        return Client.at(network, network.endpoint(new MemberId(peerOf)), credentials);
    }

    void restart() {
        closeClients();
        network.restart();
    }

    void closeClients() {
        clients.values().forEach(Client::close);
        clients.clear();
    }

    Observed saw(String name, Observed observed) {
        Observed before = seen.put(name, observed);
        if (before != null && !before.equals(observed)) {
            throw new AssertionError(name + " was seen as " + before + " and as " + observed);
        }
        if (!isRecording() && !observed.equals(expected.get(name))) {
            throw new AssertionError("%s%n observed now:  %s%n in %s: %s%n A run with -D%s=true writes the file anew."
                    .formatted(name, observed, file(), expected.get(name), RECORD));
        }
        return observed;
    }

    Path file() {
        return Path.of("observed", network.label() + ".json");
    }

    private static boolean isRecording() {
        return Boolean.getBoolean(RECORD);
    }

    @Override
    public void close() {
        closeClients();
        network.close();
        Map<String, Observed> all = new TreeMap<>(expected);
        all.putAll(seen);
        ObservedFile.write(isRecording() ? file() : Path.of("target").resolve(file()), all);
    }
}
