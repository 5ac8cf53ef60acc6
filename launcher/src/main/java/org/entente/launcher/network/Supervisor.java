package org.entente.launcher.network;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.entente.launcher.process.DetachedProcess;
import org.entente.launcher.process.JavaProgram;

/**
 * The process that watches a network's other processes, see {@link NetworkWatch}.
 *
 * @param folder of the network
 */
record Supervisor(Path folder) {
    /** By its name: the command line knows this package. */
    private static final String LAUNCHER = "org.entente.launcher.Main";

    private static final Duration POLITE = Duration.ofSeconds(2);

    /** The process, whether or not it runs. */
    DetachedProcess process() {
        return new DetachedProcess(folder.resolve("supervisor.process"));
    }

    Path log() {
        return folder.resolve("supervisor.log");
    }

    /** Starts it, unless it runs; with an owner it ends the network once that process is gone. */
    void start(OptionalLong owner) {
        List<String> arguments = new ArrayList<>(List.of("network", "watch", "--data", folder.toString()));
        owner.ifPresent(pid -> arguments.addAll(List.of("--owner", Long.toString(pid))));
        List<String> command =
                new JavaProgram(JavaProgram.ownClassPath(), LAUNCHER, List.of("-Xmx64m")).command(arguments);
        process().start(command, Map.of(), folder, log());
    }

    void stop() {
        process().stop(POLITE);
    }
}
