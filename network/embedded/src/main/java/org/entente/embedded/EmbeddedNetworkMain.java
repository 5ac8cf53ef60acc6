package org.entente.embedded;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.entente.model.member.MemberId;

/**
 * Runs an embedded network as a process of its own until it is told to stop: {@code EmbeddedNetworkMain <folder>
 * [member...]}, with AU, CN, ID and SG unless members are named. Writes {@code endpoints.json} into the folder and prints
 * one line once it serves. A file {@code away/AU} in the folder takes AU's peer away until it is gone.
 */
public final class EmbeddedNetworkMain {
    private static final long LOOK = 200;
    private static final List<String> MEMBERS = List.of("AU", "CN", "ID", "SG");

    private EmbeddedNetworkMain() {}

    /**
     * Starts the network.
     *
     * @param args folder, then members
     * @throws InterruptedException never in practice
     */
    public static void main(String[] args) throws InterruptedException {
        if (args.length == 0) {
            printer(FileDescriptor.err).println("usage: EmbeddedNetworkMain <folder> [member...]");
            System.exit(2);
        }
        CountDownLatch stopped = new CountDownLatch(1);
        EmbeddedNetwork network = start(args);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            network.close();
            stopped.countDown();
        }));
        printer(FileDescriptor.out)
                .println("Entente embedded, one machine: " + network.members().size()
                        + " members serve, no consensus is claimed. Block " + network.height() + " is next.");
        AwayFolder away = new AwayFolder(Path.of(args[0]), network);
        while (!stopped.await(LOOK, TimeUnit.MILLISECONDS)) {
            away.look();
        }
    }

    private static PrintStream printer(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }

    private static EmbeddedNetwork start(String[] args) {
        List<String> members = new ArrayList<>(List.of(args).subList(1, args.length));
        EmbeddedNetwork.Builder builder = EmbeddedNetwork.builder(Path.of(args[0]));
        (members.isEmpty() ? MEMBERS : members).forEach(member -> builder.member(new MemberId(member)));
        try {
            return builder.start();
        } catch (RuntimeException e) {
            printer(FileDescriptor.err).println("The embedded network does not start: " + e.getMessage());
            System.exit(1);
            throw e;
        }
    }
}
