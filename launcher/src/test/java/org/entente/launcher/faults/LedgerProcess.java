package org.entente.launcher.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.entente.embedded.EmbeddedNetworkMain;

/** All peers and the ordering of the embedded network in a process of their own, on the same ports at every start. */
final class LedgerProcess implements AutoCloseable {
    private final Path folder;
    private final Path errors;
    private Child child;

    LedgerProcess(Path folder, Path errors) {
        this.folder = folder;
        this.errors = errors;
        this.child = launch();
    }

    private Child launch() {
        Child started = Child.start(errors, EmbeddedNetworkMain.class, folder.toString());
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

    void kill() {
        child.kill();
    }

    void restart() {
        child = launch();
    }

    @Override
    public void close() {
        child.close();
    }
}
