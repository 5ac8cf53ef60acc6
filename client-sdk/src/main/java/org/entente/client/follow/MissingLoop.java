package org.entente.client.follow;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.entente.client.database.Database;
import org.entente.client.database.Signals;
import org.entente.client.database.SqlArrays;
import org.entente.client.ledger.BlockDecoder;
import org.entente.client.ledger.BlockStream;
import org.entente.client.ledger.Peer;
import org.entente.client.ledger.PrivateWrite;
import org.entente.client.running.Loop;

/**
 * Asks the own peer again for private bytes that it did not have when the block came. A peer that was away gets them
 * later from others, without any event: so they are asked for, less and less often, for as long as they are missing.
 */
final class MissingLoop implements AutoCloseable {
    private static final Duration ASLEEP = Duration.ofSeconds(1);
    private static final int MOST_BLOCKS = 50;
    private static final String DUE =
            "select distinct block from missing where next_ask <= now() order by block limit ?";
    private static final String ASKED = "update missing set asked = asked + 1, next_ask = now()"
            + " + least(interval '30 seconds', interval '200 milliseconds' * power(2, least(asked, 10)))"
            + " * (0.5 + random() / 2) where block = any(?)";

    private final Database database;
    private final Peer peer;
    private final BlockDecoder decoder;
    private final Signals signals;
    private final InstantSource clock;
    private final Loop loop;

    MissingLoop(
            Database database,
            Peer peer,
            BlockDecoder decoder,
            Signals signals,
            InstantSource clock,
            RandomGenerator random) {
        this.database = database;
        this.peer = peer;
        this.decoder = decoder;
        this.signals = signals;
        this.clock = clock;
        this.loop = new Loop("entente missing", this::ask, random);
    }

    private Duration ask() {
        TreeSet<Long> due = new TreeSet<>(database.transaction(MissingLoop::due));
        if (due.isEmpty()) {
            return ASLEEP.dividedBy(4);
        }
        // Counted as asked first: a peer that fails in the middle must not be asked without pause.
        database.transaction(connection -> markAsked(connection, List.copyOf(due)));
        for (long block : due) {
            try (BlockStream stream = peer.blocksFrom(block)) {
                decoder.decode(stream.next()).privateWrites().forEach(this::store);
            }
        }
        return ASLEEP.dividedBy(10);
    }

    private void store(PrivateWrite write) {
        write.value().ifPresent(bytes -> {
            if (!write.isHead()
                    && database.transaction(connection ->
                            LateBytes.store(connection, Set.of(write.stream().collection()), bytes, clock.instant()))) {
                signals.raise(Follower.BYTES);
            }
        });
    }

    private static List<Long> due(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DUE)) {
            select.setInt(1, MOST_BLOCKS);
            List<Long> blocks = new java.util.ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    blocks.add(row.getLong(1));
                }
            }
            return blocks;
        }
    }

    private static int markAsked(Connection connection, List<Long> blocks) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ASKED)) {
            update.setArray(1, SqlArrays.longs(connection, List.copyOf(blocks)));
            return update.executeUpdate();
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
