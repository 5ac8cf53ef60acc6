package org.entente.launcher.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.entente.embedded.EmbeddedNetworkMain;
import org.entente.launcher.consortium.Consortium;
import org.entente.launcher.consortium.Phases;

/** All peers and the ordering of the embedded network in a process of their own, on the same ports at every start. */
final class LedgerProcess implements Ledger, Victim {
    private Path network = Path.of("");
    private Path errors = Path.of("");
    private Optional<Child> child = Optional.empty();

    @Override
    public void start(Path folder, Path logs) {
        try (Consortium founded = Consortium.start(folder, new Phases())) {
            founded.network();
        }
        network = folder.resolve("network");
        errors = logs.resolve("ledger.log");
        back();
    }

    private Child launch() {
        Child started = Child.start(errors, EmbeddedNetworkMain.class, network.toString());
        BufferedReader out =
                new BufferedReader(new InputStreamReader(started.process().getInputStream(), StandardCharsets.UTF_8));
        try {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("the ledger process did not start, see " + errors);
            }
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Victim> victims() {
        return List.of(this);
    }

    @Override
    public List<Path> output() {
        return List.of();
    }

    /** It is one process: there is nothing that could differ. */
    @Override
    public void check(Cluster cluster) {}

    @Override
    public String toString() {
        return kind();
    }

    @Override
    public String kind() {
        return "ledger";
    }

    @Override
    public boolean kill() {
        child.orElseThrow().kill();
        return true;
    }

    @Override
    public void back() {
        child = Optional.of(launch());
    }

    @Override
    public void close() {
        child.ifPresent(Child::close);
    }
}
