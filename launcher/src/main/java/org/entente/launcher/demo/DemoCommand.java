package org.entente.launcher.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.entente.launcher.consortium.ConsortiumFailure;
import org.entente.launcher.consortium.Folders;
import org.entente.launcher.consortium.Phases;
import org.entente.launcher.network.RealNetwork;
import org.entente.launcher.service.Administrations;
import org.entente.launcher.service.DemoPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code entente demo}: exit code 0 told to the end, 1 not as expected, 2 certificate refused, 3 something broke. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Starts four customs administrations on this machine, to sign in to with a browser; or, with --script or"
                    + " --certificate, tells the way of one certificate of origin from application to proof.",
            "On the embedded ledger, one machine, demonstration keys: no consensus among machines. With --network fabric on a"
                    + " real Fabric network on this machine, from Fabric's own programs on the PATH."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:told to the end",
            "1:something was not as it should be",
            "2:the certificate is refused, or the command line is wrong",
            "3:something broke"
        })
public final class DemoCommand implements Callable<Integer> {
    private static final List<String> SMALL = List.of("-Xmx384m");

    @Option(
            names = "--script",
            description = "Tell the way of one certificate in this terminal instead, without waiting for anybody.")
    private boolean script;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "A certificate of origin, in Entente's own JSON (docs/samples) or in the TradeTrust form.")
    private @Nullable Path certificate;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keep everything in this folder, and go on there the next time. Default: a temporary folder.")
    private @Nullable Path data;

    @Option(
            names = "--evidence",
            paramLabel = "FILE",
            description = "Where to write the evidence file. Default: .entente/demo/evidence.json.")
    private @Nullable Path evidence;

    @Option(
            names = "--network",
            paramLabel = "KIND",
            description = "embedded (default), or fabric: a real network of Fabric's own programs, one machine.")
    private NetworkKind network = NetworkKind.EMBEDDED;

    @Option(
            names = "--members",
            paramLabel = "FILE",
            description = "From which a Fabric network is made; network/fabric/members.yaml unless given.")
    private @Nullable Path members;

    @Option(names = "--json", description = "One JSON document instead of a told story; implies --script.")
    private boolean json;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The first of five ports in a row; 0 for any that are free. Default: 8400, or the folder's.")
    private @Nullable Integer port;

    @Option(names = "--no-restart", description = "An administration's service that dies stays dead.")
    private boolean noRestart;

    @Option(names = "--timing", description = "Say how long each part of the start took (on standard error).")
    private boolean timing;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    /** For picocli. */
    public DemoCommand() {}

    @Override
    public Integer call() throws Exception {
        if (members != null && network != NetworkKind.FABRIC) {
            throw new ParameterException(spec.commandLine(), "--members goes with --network fabric");
        }
        long begin = System.nanoTime();
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Phases phases = new Phases();
        if (!isStory()) {
            return browser(out, err, phases);
        }
        Narrator narrator = json ? new JsonNarrator(out) : new TextNarrator(out, pace(), Terminal.hasColours());
        try {
            Story.Told told = tell(narrator, phases);
            narrator.end(new Ending(told.exitCode(), told.words(), Duration.ofNanos(System.nanoTime() - begin)));
            return told.exitCode();
        } catch (CertificateFile.UnusableFile e) {
            err.println("entente demo: " + Printable.of(String.valueOf(e.getMessage())));
            return Ending.CERTIFICATE_REFUSED;
        } catch (NotAsExpected e) {
            narrator.end(new Ending(
                    Ending.NOT_AS_EXPECTED,
                    "NOT AS EXPECTED: " + e.getMessage() + ".",
                    Duration.ofNanos(System.nanoTime() - begin)));
            return Ending.NOT_AS_EXPECTED;
        } catch (ConsortiumFailure e) {
            err.println("entente demo: " + e.code() + ": " + e.getMessage());
            err.println("  " + e.remedy());
            return Ending.BROKEN;
        } finally {
            if (timing) {
                phases.all().forEach(phase -> err.println(words(phase)));
            }
            out.flush();
            err.flush();
        }
    }

    private boolean isStory() {
        return script || json || certificate != null || evidence != null;
    }

    private int browser(PrintWriter out, PrintWriter err, Phases phases) throws Exception {
        Path folder = folder();
        try {
            return new BrowserDemo(out).run(plan(folder), phases);
        } catch (ConsortiumFailure e) {
            err.println("entente demo: " + e.code() + ": " + e.getMessage());
            err.println("  " + e.remedy());
            return Ending.BROKEN;
        } finally {
            if (data == null) {
                discard(folder);
            }
            if (timing) {
                phases.all().forEach(phase -> err.println(words(phase)));
            }
            out.flush();
            err.flush();
        }
    }

    private Path folder() throws IOException {
        return data != null ? data : Files.createTempDirectory("entente-demo");
    }

    /** As they are typed. */
    enum NetworkKind {
        /** One program plays all peers and the ordering service. */
        EMBEDDED,
        /** Fabric's own programs. */
        FABRIC
    }

    private Optional<Path> fabric() {
        return network == NetworkKind.FABRIC
                ? Optional.of(RealNetwork.members(Optional.ofNullable(members)))
                : Optional.empty();
    }

    private DemoPlan plan(Path folder) {
        return new DemoPlan(
                folder,
                data == null,
                port == null ? OptionalInt.empty() : OptionalInt.of(port),
                !noRestart,
                SMALL,
                fabric());
    }

    /** Any free ports for a new folder: the story needs none that people know. */
    private DemoPlan storyPlan(Path folder) {
        boolean known = Files.exists(folder.resolve("ports.json"));
        return new DemoPlan(
                folder,
                data == null,
                port != null ? OptionalInt.of(port) : known ? OptionalInt.empty() : OptionalInt.of(0),
                false,
                SMALL,
                fabric());
    }

    private Story.Told tell(Narrator narrator, Phases phases) throws Exception {
        Optional<Path> file = Optional.ofNullable(certificate);
        String source = file.map(Path::toString).orElse(ShippedSample.SOURCE);
        Path folder = folder();
        try {
            Story.ProofFiles proofs = new Story.ProofFiles(evidenceFile());
            return new Story(narrator, proofs)
                    .tell(
                            Story.read(file),
                            source,
                            () -> Administrations.start(
                                    storyPlan(folder),
                                    new QuietWatcher(spec.commandLine().getErr()),
                                    phases));
        } finally {
            if (data == null) {
                discard(folder);
            }
        }
    }

    private Path evidenceFile() throws IOException {
        Path base = data != null
                ? data
                : Path.of(System.getProperty("entente.home", "")).resolve(".entente");
        Path file = (evidence != null ? evidence : base.resolve("demo").resolve("evidence.json"))
                .toAbsolutePath()
                .normalize();
        return file;
    }

    private static void discard(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException | java.io.UncheckedIOException e) {
            org.slf4j.LoggerFactory.getLogger(DemoCommand.class)
                    .warn("{} could not be deleted: {}", folder, e.toString());
        }
    }

    private Pace pace() {
        return script || json ? Pace.script() : Pace.reader();
    }

    private static String words(Phases.Phase phase) {
        return String.format(
                java.util.Locale.ROOT,
                "timing  %-28s from %5d ms, took %5d ms",
                phase.name(),
                phase.after().toMillis(),
                phase.took().toMillis());
    }
}
