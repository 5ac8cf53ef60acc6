package org.entente.launcher.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.entente.embedded.EmbeddedNetworkMain;
import org.entente.launcher.consortium.Consortium;
import org.entente.launcher.consortium.ConsortiumFailure;
import org.entente.launcher.consortium.ConsortiumFailure.Code;
import org.entente.launcher.process.ChildProcess;
import org.entente.launcher.process.Guard;
import org.entente.launcher.process.JavaProgram;
import org.entente.launcher.process.StartArchive;

/** The embedded ledger with all peers, in a process of its own. */
final class LedgerService {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** What the process prints once it serves. */
    private static final String SERVES = "Entente embedded, one machine";

    private LedgerService() {}

    /** For a faster start of the ledger. */
    static StartArchive archive() {
        return StartArchive.of(JavaProgram.ownClassPath());
    }

    static ChildProcess start(Path folder, Path log, List<String> options, Guard guard) {
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        Consortium.MEMBERS.forEach(member -> arguments.add(member.value()));
        List<String> all = new ArrayList<>(options);
        all.addAll(archive().options(true));
        JavaProgram program = new JavaProgram(JavaProgram.ownClassPath(), EmbeddedNetworkMain.class.getName(), all);
        ChildProcess process = ChildProcess.start(program.command(arguments), log, guard);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!said(log).contains(SERVES)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.close();
                throw new ConsortiumFailure(
                        Code.NETWORK,
                        "the embedded ledger does not start: " + lastLine(log),
                        "Its output stands in " + log + ". A ledger of a killed run may still end: try again.");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return process;
    }

    private static String said(Path log) {
        try {
            return Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            return "";
        }
    }

    static String lastLine(Path log) {
        return said(log).lines().filter(line -> !line.isBlank()).reduce("no output", (first, second) -> second);
    }
}
