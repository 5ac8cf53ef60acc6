package org.entente.launcher.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.entente.certs.key.EcdsaP256;
import org.entente.certs.key.SoftwareKey;
import org.entente.launcher.bench.report.Cell;
import org.entente.launcher.bench.report.Section;
import org.entente.launcher.consortium.MemberDatabase;

/**
 * What the machine does with nothing of Entente on it, one thread each: the figures beside which the others are held.
 *
 * @param syncs writes of 4 kB forced to the disk, a second
 * @param signatures ECDSA P-256 signatures a second
 * @param verifications of such signatures a second
 * @param rows rows of 1 kB that PostgreSQL takes in a second, a thousand a transaction
 */
record RawLimits(double syncs, double signatures, double verifications, double rows) {
    private static final int PAGE = 4_096;
    private static final int ROWS = 1_000;
    private static final double NANOS = 1e9;

    static RawLimits measure(Path folder, MemberDatabase database, Duration each) throws IOException, SQLException {
        SoftwareKey key = SoftwareKey.generate();
        byte[] data = "what is signed".repeat(20).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = key.sign(data);
        byte[] spki = key.publicKeySpki();
        return new RawLimits(
                syncs(folder, each),
                rate(each, 1, () -> key.sign(data)),
                rate(each, 1, () -> EcdsaP256.verifies(spki, data, signature)),
                rows(database, each));
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, SQLException;
    }

    private static double rate(Duration each, int count, Work work) throws IOException, SQLException {
        work.run();
        long begin = System.nanoTime();
        long done = 0;
        while (System.nanoTime() - begin < each.toNanos()) {
            work.run();
            done += count;
        }
        return done * NANOS / (System.nanoTime() - begin);
    }

    private static double syncs(Path folder, Duration each) throws IOException {
        Path file = Files.createTempFile(folder, "sync", ".bin");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer page = ByteBuffer.allocateDirect(PAGE);
            return rate(each, 1, () -> {
                channel.write(page.rewind());
                channel.force(false);
            });
        } catch (SQLException e) {
            throw new IllegalStateException("there is no database here", e);
        } finally {
            Files.delete(file);
        }
    }

    private static double rows(MemberDatabase database, Duration each) throws IOException, SQLException {
        byte[] value = new byte[SampleStatements.BYTES];
        try (Connection connection = database.connect();
                Statement ddl = connection.createStatement()) {
            ddl.execute("create table bench_limits (id bigint generated always as identity primary key, value bytea)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into bench_limits (value) select unnest(?)")) {
                insert.setArray(
                        1,
                        connection.createArrayOf(
                                "bytea", Collections.nCopies(ROWS, value).toArray(byte[][]::new)));
                return rate(each, ROWS, () -> {
                    insert.executeUpdate();
                    connection.commit();
                });
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                ddl.execute("drop table bench_limits");
            }
        }
    }

    Section section() {
        return new Section(
                "raw",
                "The machine's own limits, one thread, nothing of Entente on it",
                List.of("what", "a second"),
                List.of(
                        List.of(Cell.words("4 kB forced to the disk (fsync)"), Cell.rate(syncs)),
                        List.of(Cell.words("ECDSA P-256 signatures made"), Cell.rate(signatures)),
                        List.of(Cell.words("ECDSA P-256 signatures verified"), Cell.rate(verifications)),
                        List.of(Cell.words("PostgreSQL rows of 1 kB, 1,000 a transaction"), Cell.rate(rows))));
    }
}
