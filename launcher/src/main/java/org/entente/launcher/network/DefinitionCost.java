package org.entente.launcher.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.plan.BlockCutting;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.fabric.plan.Ordering;
import org.entente.launcher.consortium.Phases;
import org.entente.model.member.MemberId;

/**
 * What the number of members costs each of them. One member runs; the others only stand in the channel and in the contract's
 * definition, so that few cores suffice.
 *
 * @param members how many
 * @param collections bytes of the collections' definition
 * @param firstBlock bytes of the channel's first block
 * @param approval bytes that the approval of the definition added to the ledger
 * @param took each step's time
 */
public record DefinitionCost(
        int members, long collections, long firstBlock, long approval, Map<String, Duration> took) {
    private static final int LETTERS = 26;
    private static final int ROW = 10;

    /**
     * Measures.
     *
     * @param folder for the network, which is down again at the end
     * @param members how many, the one that runs included
     * @param firstPort of the member that runs
     * @return what was measured
     * @throws org.entente.launcher.consortium.ConsortiumFailure if it cannot be
     */
    public static DefinitionCost measure(Path folder, int members, int firstPort) {
        return RealNetwork.told(() -> {
            NetworkLayout layout = new NetworkLayout(folder);
            FabricNetwork network = new FabricNetwork(
                    FabricPrograms.onDemand(String.valueOf(System.getenv("PATH"))),
                    plan(members, firstPort),
                    layout,
                    List.of());
            Phases phases = new Phases();
            try {
                network.firstAlone(phases);
                return new DefinitionCost(
                        members,
                        size(layout.collections()),
                        size(layout.genesisBlock()),
                        blocks(network) - size(layout.genesisBlock()),
                        phases.all().stream().collect(Collectors.toMap(Phases.Phase::name, Phases.Phase::took)));
            } finally {
                network.down();
            }
        });
    }

    private static NetworkPlan plan(int members, int firstPort) {
        List<NetworkMember> all = IntStream.range(0, members)
                .mapToObj(i -> new NetworkMember(code(i), "Member " + i, "localhost", firstPort + i * ROW, i == 0))
                .toList();
        return new NetworkPlan("entente", Ordering.RAFT, BlockCutting.USUAL, all);
    }

    private static MemberId code(int index) {
        return new MemberId(String.valueOf((char) ('A' + index / LETTERS)) + (char) ('A' + index % LETTERS));
    }

    private static long blocks(FabricNetwork network) {
        Path chains = network.member(network.plan().members().getFirst())
                .node("peer")
                .data()
                .resolve("ledgersData")
                .resolve("chains")
                .resolve("chains");
        try (Stream<Path> files = Files.walk(chains)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(DefinitionCost::size)
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
