package org.entente.launcher.bench;

import org.entente.launcher.bench.credential.CredentialCommand;
import org.entente.launcher.bench.service.ServiceCommand;
import picocli.CommandLine.Command;

/** {@code ./entente bench}: one subcommand for each thing that is measured. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures what this machine does, beside the limits of the same machine in the same run.",
        subcommands = {LedgerCommand.class, CredentialCommand.class, ServiceCommand.class})
public final class BenchCommand {
    /** Made by the command line. */
    public BenchCommand() {}
}
