package org.entente.launcher.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.entente.launcher.consortium.NetworkFolder;
import org.entente.launcher.consortium.NetworkView;
import org.entente.launcher.process.ChildProcess;
import org.entente.launcher.process.Guard;
import org.entente.model.member.MemberId;
import org.jspecify.annotations.Nullable;

/** One program that plays all peers and the ordering service, in a process of its own. */
final class EmbeddedLedger implements Ledger {
    private static final List<String> OPTIONS = List.of("-Xmx384m");

    private final Path folder;
    private final Path log;
    private boolean stopping;

    @Nullable
    private ChildProcess process;

    /**
     * A ledger.
     *
     * @param folder keeps it
     * @param log receives its output
     */
    EmbeddedLedger(Path folder, Path log) {
        this.folder = folder;
        this.log = log;
    }

    @Override
    public String label() {
        return "embedded, one machine";
    }

    @Override
    public String limits() {
        return "no consensus among machines. Real Fabric messages, signatures and policies; not a real Fabric network.";
    }

    @Override
    public NetworkView view() {
        return new NetworkFolder(folder);
    }

    @Override
    public Optional<Path> connection(MemberId member) {
        return Optional.empty();
    }

    @Override
    public void start(Guard guard, Watcher watcher) {
        ChildProcess started = LedgerService.start(folder, log, OPTIONS, guard);
        synchronized (this) {
            process = started;
            if (stopping) {
                started.close();
                return;
            }
        }
        started.whenEnded(how -> {
            if (!isStopping()) {
                watcher.broken("The ledger has ended (" + how
                        + "); no statement can be exchanged without it. Its output: " + started.log() + ".");
            }
        });
        watcher.progress("the embedded ledger runs");
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    @Override
    public void stop() {
        ChildProcess running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        if (running != null) {
            running.close(MemberService.ARCHIVING);
            LedgerService.archive().keep();
        }
    }
}
