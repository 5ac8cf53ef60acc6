package org.entente.launcher.network;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.entente.certs.file.FileFaultException;
import org.entente.certs.file.WholeFiles;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.fabric.plan.PlanFile;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A folder with a network in it, or for one.
 *
 * @param layout where its files stand
 */
record NetworkPlace(NetworkLayout layout) {
    /** What a network was made from is kept beside it: a running network does not change because a file did. */
    private static final String KEPT = "members.yaml";

    private static final Path HOME =
            Path.of(System.getProperty("entente.home", "")).toAbsolutePath();

    private static final String CONTRACTS = "contracts.path";

    /** The folder that a person names, or the usual one. */
    static NetworkPlace of(@Nullable Path data) {
        return new NetworkPlace(
                new NetworkLayout(data == null ? HOME.resolve(".entente").resolve("network") : data));
    }

    /** The members file that a person names, or the one of the repository. */
    static Path members(@Nullable Path file) {
        return file == null ? HOME.resolve("network").resolve("fabric").resolve("members.yaml") : file;
    }

    boolean isTaken() {
        return Files.exists(kept());
    }

    private Path kept() {
        return layout.folder().resolve(KEPT);
    }

    /** The network of the folder, as it was made. */
    FabricNetwork open() {
        if (!isTaken()) {
            throw new NetworkFailure("there is no network in " + layout.folder(), "./entente network up makes one.");
        }
        if (Files.exists(layout.helm())) {
            throw new NetworkFailure(
                    "the network in " + layout.folder() + " is one of clusters",
                    "docs/guides/deployment.md says how to run it.");
        }
        if (Files.exists(layout.compose())) {
            throw new NetworkFailure(
                    "the network in " + layout.folder() + " is one of containers",
                    "docker compose -f " + layout.compose() + " starts, shows and stops it; ./entente network deploy"
                            + " has it join the channel.");
        }
        return network(read(kept()), kept());
    }

    /** The containers' network of the folder. */
    FabricNetwork openContained() {
        if (!Files.exists(layout.compose())) {
            throw new NetworkFailure(
                    "there is no network of containers in " + layout.folder(), "./entente network compose makes one.");
        }
        return network(read(kept()), kept());
    }

    /** Makes or brings up to date what a network of containers needs; gives the user that they run as. */
    String contain(Path members) {
        byte[] content = content(members, layout.compose());
        String user = new ContainerFiles(plan(content, members), layout, HOME).write();
        keep(content);
        return user;
    }

    /** Makes or brings up to date what the members' charts take. */
    void cluster(Path members) {
        byte[] content = content(members, layout.helm());
        new ClusterFiles(plan(content, members), layout).write();
        keep(content);
    }

    /** What a new network is made of, or one of this kind. */
    private byte[] content(Path members, Path kind) {
        if (!isTaken()) {
            return read(members);
        }
        if (!Files.exists(kind)) {
            throw new NetworkFailure(
                    "the network in " + layout.folder() + " is of another kind", "Name another folder with --data.");
        }
        return read(kept());
    }

    /** Last of all where files are made and nothing is started: what was cut short is made again by the same command. */
    private void keep(byte[] content) {
        layout.folder().toFile().mkdirs();
        WholeFiles.write(kept(), content, WholeFiles.Readers.EVERYBODY);
    }

    /** What the folder's network is made of, or would be made of from a members file. */
    NetworkPlan plan(Path members) {
        Path file = isTaken() ? kept() : members;
        return plan(read(file), file);
    }

    /** The network of the folder, made from a members file if there is none yet. */
    FabricNetwork openOrMake(Path members, Optional<Path> contracts) {
        if (!isTaken()) {
            byte[] content = read(members);
            plan(content, members);
            layout.folder().toFile().mkdirs();
            contracts.ifPresent(path -> WholeFiles.write(
                    layout.folder().resolve(CONTRACTS),
                    path.toAbsolutePath().toString().getBytes(StandardCharsets.UTF_8),
                    WholeFiles.Readers.OWNER));
            keep(content);
        }
        return open();
    }

    private FabricNetwork network(byte[] content, Path file) {
        Path contracts = layout.folder().resolve(CONTRACTS);
        List<Path> more = Files.exists(contracts)
                ? List.of(Path.of(new String(WholeFiles.read(contracts), StandardCharsets.UTF_8)))
                : List.of();
        return new FabricNetwork(
                FabricPrograms.onDemand(String.valueOf(System.getenv("PATH"))), plan(content, file), layout, more);
    }

    private static byte[] read(Path file) {
        try {
            return WholeFiles.read(file);
        } catch (FileFaultException e) {
            throw new NetworkFailure(String.valueOf(e.getMessage()), "Name a members file that this user can read.");
        }
    }

    private static NetworkPlan plan(byte[] content, Path file) {
        return switch (PlanFile.read(content)) {
            case Checked.Accepted<NetworkPlan>(var plan, var remarks) -> plan;
            case Checked.Rejected<NetworkPlan>(var findings) ->
                throw new NetworkFailure(
                        file + " cannot be used:\n"
                                + findings.stream()
                                        .map(NetworkPlace::line)
                                        .collect(java.util.stream.Collectors.joining("\n")),
                        "docs/guides/network.md explains the file.");
        };
    }

    private static String line(Finding finding) {
        return "  " + finding.pointer() + ": " + finding.code().title() + " (" + finding.detail() + ")";
    }
}
