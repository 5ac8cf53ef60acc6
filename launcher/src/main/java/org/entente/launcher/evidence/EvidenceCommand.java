package org.entente.launcher.evidence;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code entente evidence}: holds the four commands; by itself it only explains them. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description = "Checks an evidence file without any network: who said what, in what order, and what proves it.",
        subcommands = {VerifyCommand.class, ShowCommand.class, CompareCommand.class, ExtractCommand.class})
public final class EvidenceCommand implements Runnable {
    /** Every statement is proven. */
    static final int VALID = 0;

    /** Something is wrong: an altered file, a contradiction. */
    static final int INVALID = 1;

    /** Nothing is wrong, but something could not be checked; also a file that cannot be read. */
    static final int COULD_NOT_CHECK = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    /** For picocli. */
    public EvidenceCommand() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "verify, show, compare or extract?");
    }
}
