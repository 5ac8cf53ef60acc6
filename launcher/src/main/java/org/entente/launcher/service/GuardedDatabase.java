package org.entente.launcher.service;

import java.util.function.Consumer;
import org.entente.launcher.consortium.Groundwork;
import org.entente.launcher.process.ChildProcess;
import org.entente.launcher.process.Guard;

/** PostgreSQL, which ends if this process is killed. */
final class GuardedDatabase {
    private GuardedDatabase() {}

    static Groundwork.DatabaseServer start(Groundwork ground, Guard guard, Consumer<String> broken) {
        guard.postgres(ground.root().resolve("postgres").resolve("data"));
        Groundwork.DatabaseServer server = ground.startDatabase();
        server.pid().ifPresent(pid -> {
            guard.watch(pid, Guard.Signal.INT);
            ProcessHandle.of(pid)
                    .ifPresent(process -> ChildProcess.whenEnded(process, () -> {
                        guard.forget(pid);
                        broken.accept("PostgreSQL has ended; nothing works without it.");
                    }));
        });
        return server;
    }
}
