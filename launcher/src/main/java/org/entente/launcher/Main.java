package org.entente.launcher;

import java.io.PrintWriter;
import org.entente.launcher.account.PasswordHashCommand;
import org.entente.launcher.bench.BenchCommand;
import org.entente.launcher.credential.VerifyCommand;
import org.entente.launcher.demo.DemoCommand;
import org.entente.launcher.doctor.DoctorCommand;
import org.entente.launcher.evidence.EvidenceCommand;
import org.entente.launcher.network.NetworkCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The Java side of {@code ./entente}. The script finds a JDK, builds what is stale and hands every argument on.
 *
 * <p>Exit codes: 0 done, 1 the answer is no (a failed check, an altered evidence file), 2 the command line is wrong,
 * 3 something broke.
 */
@Command(
        name = "entente",
        description = "Customs administrations make statements to each other.",
        mixinStandardHelpOptions = true,
        versionProvider = ReleaseVersion.class,
        subcommands = {
            BenchCommand.class,
            DemoCommand.class,
            DoctorCommand.class,
            EvidenceCommand.class,
            NetworkCommand.class,
            PasswordHashCommand.class,
            VerifyCommand.class
        })
public final class Main {
    static final int BROKEN = 3;

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param args the arguments after {@code ./entente}
     */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /**
     * The whole command line, for the process and for tests.
     *
     * @return a fresh command line that writes to standard output and standard error
     */
    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::explain);
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult ignored) {
        PrintWriter err = command.getErr();
        err.println("entente " + command.getCommandName() + " broke off: " + failure);
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            err.println("  because of " + cause);
        }
        err.println("Run ./entente doctor to check this machine; ENTENTE_DEBUG=1 shows the stack trace.");
        if (System.getenv("ENTENTE_DEBUG") != null) {
            failure.printStackTrace(err);
        }
        return BROKEN;
    }
}
