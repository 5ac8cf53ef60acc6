package org.entente.launcher.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.launcher.bench.report.Cell;
import org.entente.model.member.StreamId;

/**
 * What everything on this machine had used at a moment.
 *
 * @param network processor time of the network's processes, by kind
 * @param own of this process: members' nodes, writers, clients
 * @param postgres of the database server
 * @param disk bytes that the author's peer keeps
 */
record FabricCosts(Map<String, Duration> network, Duration own, Duration postgres, long disk) {
    private static final double NANOS_IN_MICRO = 1e3;

    static FabricCosts look(FabricGround ground, Path folder, StreamId stream) throws IOException {
        CpuMeter meter = new CpuMeter(folder);
        return new FabricCosts(
                ground.processorTime(), meter.java(), meter.postgres(), bytes(ground.peerData(stream.author())));
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(FabricCosts::size)
                    .sum();
        }
    }

    /** A database that runs deletes files meanwhile. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells of a row: what each of so many cost. */
    List<Cell> since(FabricCosts before, String what, long count) {
        return List.of(
                Cell.words(what),
                micros(network("peer").minus(before.network("peer")), count),
                micros(network("orderer").minus(before.network("orderer")), count),
                micros(network("chaincode").minus(before.network("chaincode")), count),
                micros(own.minus(before.own), count),
                micros(postgres.minus(before.postgres), count),
                Cell.count((disk - before.disk) / Math.max(1, count)));
    }

    private Duration network(String kind) {
        return network.getOrDefault(kind, Duration.ZERO);
    }

    private static Cell micros(Duration spent, long count) {
        return Cell.rate(spent.toNanos() / NANOS_IN_MICRO / Math.max(1, count));
    }
}
