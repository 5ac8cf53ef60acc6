package org.entente.launcher.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.entente.launcher.consortium.ConsortiumFailure;
import org.entente.launcher.consortium.ConsortiumFailure.Code;
import org.entente.launcher.process.ChildProcess;
import org.entente.launcher.process.Guard;
import org.entente.launcher.process.JavaProgram;
import org.entente.launcher.process.StartArchive;
import org.entente.model.member.MemberId;
import org.jspecify.annotations.Nullable;

/** One administration's API as a process: started, watched, started again when it dies, and ended. */
final class MemberService {
    private static final String MAIN = "org.entente.api.ApiMain";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration POLITE = Duration.ofSeconds(8);

    /** An archive is written at the end. */
    static final Duration ARCHIVING = Duration.ofSeconds(40);

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    /** Ended so often within a run, it would end again. */
    private static final int MOST_RESTARTS = 5;

    private final MemberId member;
    private final URI address;
    private final Path log;
    private final Path settings;
    private final JavaProgram program;
    private final StartArchive archive;
    private final boolean archives;
    private final Guard guard;
    private final Watcher watcher;
    private final boolean restarts;
    private int ended;
    private boolean stopping;
    private volatile boolean serving;

    @Nullable
    private ChildProcess process;

    /**
     * What a service is started with.
     *
     * @param address where it will be reached
     * @param settings its settings file
     * @param log receives its output
     * @param options for its JVM
     * @param archives whether it makes the archive for faster starts if there is none
     * @param restarts whether it is started again when it dies
     */
    record Plan(URI address, Path settings, Path log, List<String> options, boolean archives, boolean restarts) {}

    MemberService(MemberId member, Plan plan, Guard guard, Watcher watcher) {
        this.member = member;
        this.address = plan.address();
        this.settings = plan.settings();
        this.log = plan.log();
        this.restarts = plan.restarts();
        List<Path> classPath = ApiFiles.classPath();
        this.archive = StartArchive.of(classPath);
        this.archives = plan.archives();
        List<String> options = new java.util.ArrayList<>(plan.options());
        options.addAll(archive.options(plan.archives()));
        this.program = new JavaProgram(classPath, MAIN, options);
        this.guard = guard;
        this.watcher = watcher;
    }

    /** Starts it and waits until it answers. */
    void start() {
        ChildProcess started = launch();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!started.isAlive() || System.nanoTime() > end) {
                throw doesNotStart();
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        synchronized (this) {
            // It may have died since it answered; whoever hears of its end then only looks whether it served.
            serving = started.isAlive();
            if (!serving) {
                throw doesNotStart();
            }
        }
    }

    private ConsortiumFailure doesNotStart() {
        return new ConsortiumFailure(
                Code.API,
                "the API of " + member + " does not start: " + LedgerService.lastLine(log),
                "Its whole output stands in " + log + ".");
    }

    private synchronized ChildProcess launch() {
        if (stopping) {
            throw new ConsortiumFailure(Code.API, "the demo is ending", "Start it again.");
        }
        ChildProcess started = ChildProcess.start(program.command(List.of(settings.toString())), log, guard);
        process = started;
        started.whenEnded(how -> hasEnded(started, how));
        return started;
    }

    /** Only an end that nobody asked for, of a service that had served, is an alarm: a failing start is told by whoever starts. */
    private void hasEnded(ChildProcess gone, String how) {
        synchronized (this) {
            if (stopping || !serving || gone != process) {
                return;
            }
            serving = false;
            ended++;
        }
        String words = "The API of " + member + " has ended (" + how + "). Its pages do not open now; what was"
                + " acknowledged is kept, and the other administrations go on. Output: " + log;
        if (!restarts || ended > MOST_RESTARTS) {
            watcher.alarm(words);
            return;
        }
        watcher.alarm(words + ". Starting it again.");
        Thread.ofPlatform().name("entente restart").start(this::again);
    }

    private void again() {
        long begin = System.nanoTime();
        try {
            start();
            watcher.alarm("The API of " + member + " answers again after "
                    + Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s: " + address);
        } catch (ConsortiumFailure e) {
            stays(e.getMessage() + " " + e.remedy());
        } catch (RuntimeException e) {
            // Whatever it was, nobody else hears of it on this thread.
            stays(e.toString());
        }
    }

    private void stays(String why) {
        synchronized (this) {
            if (stopping) {
                return;
            }
        }
        watcher.alarm("The API of " + member + " could not be started again: " + why);
    }

    private boolean answers() {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/login"))
                    .timeout(ANSWER)
                    .header("Accept", "text/html")
                    .build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean isServing() {
        return serving;
    }

    MemberId member() {
        return member;
    }

    /** Its process, for tests that kill it. */
    synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    /** Asks it to end, and waits. */
    void stop() {
        ChildProcess running;
        synchronized (this) {
            stopping = true;
            running = process;
        }
        if (running != null) {
            running.close(archives ? ARCHIVING : POLITE);
            if (archives) {
                archive.keep();
            }
        }
    }
}
