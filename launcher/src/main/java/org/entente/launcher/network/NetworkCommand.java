package org.entente.launcher.network;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code entente network}: a real Fabric network on this machine. */
@Command(
        name = "network",
        mixinStandardHelpOptions = true,
        description = "A real Hyperledger Fabric network on this machine, from Fabric's own programs on the PATH.",
        subcommands = {
            NetworkUp.class,
            NetworkStatus.class,
            NetworkLogs.class,
            NetworkStart.class,
            NetworkStop.class,
            NetworkRestart.class,
            NetworkDown.class,
            NetworkClean.class,
            NetworkWatch.class,
            NetworkCompose.class,
            NetworkDeploy.class,
            NetworkHelmValues.class
        })
public final class NetworkCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    /** For picocli. */
    public NetworkCommand() {}

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "up, status, logs, start, stop, restart, down, clean, compose, deploy or helm-values?");
    }
}
