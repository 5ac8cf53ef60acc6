package org.entente.leak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Searches everything that somebody holds for private values, in every {@link Spelling}. It does not look into compressed
 * or encrypted bytes: whoever searches a PostgreSQL server turns compression off there ({@code wal_compression}, and
 * storage {@code external} for long columns).
 *
 * <pre>{@code
 * List<Leak> leaks = new LeakSearch(values).files(folder).tables(connection).leaks();
 * }</pre>
 */
public final class LeakSearch {
    /** Shorter values, in characters, stand everywhere by chance. */
    public static final int SHORTEST = 8;

    private final Needles needles;
    private final List<Leak> leaks = new ArrayList<>();
    private long bytes;
    private int places;

    /**
     * A search for some values.
     *
     * @param values private values
     * @throws IllegalArgumentException if a value is shorter than {@link #SHORTEST}
     */
    public LeakSearch(Collection<String> values) {
        this.needles = new Needles(values);
    }

    /**
     * Searches some bytes.
     *
     * @param place what they are called in the result
     * @param hay the bytes
     * @return this search
     */
    public LeakSearch bytes(String place, byte[] hay) {
        places++;
        bytes += hay.length;
        needles.find(place, hay, leaks::add);
        return this;
    }

    /**
     * Searches a file or everything in a folder, names included. What stands in a folder {@code pg_wal} is searched both as
     * it is and as the records that it holds, see {@link WriteAheadLog}.
     *
     * @param place a file or folder
     * @return this search
     * @throws IOException if it is not there or cannot be read whole
     */
    public LeakSearch files(Path place) throws IOException {
        WriteAheadLog log = new WriteAheadLog();
        try (Stream<Path> found = Files.walk(place)) {
            for (Path path : found.sorted().toList()) {
                String name = path.toString();
                needles.find("name of " + name, name.getBytes(StandardCharsets.UTF_8), leaks::add);
                Optional<byte[]> content = Files.isRegularFile(path) ? content(path) : Optional.empty();
                if (content.isPresent()) {
                    bytes(name, content.get());
                    if (WriteAheadLog.isSegment(path)) {
                        needles.find("records of " + name, log.records(content.get()), leaks::add);
                    }
                }
            }
        }
        return this;
    }

    /** A database that runs replaces its files: what it has deleted meanwhile, it holds no longer. */
    private static Optional<byte[]> content(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * Searches every row of every table of a PostgreSQL database, as text and, where PostgreSQL writes bytes as hex digits,
     * as those bytes.
     *
     * @param connection to the database; stays open
     * @return this search
     * @throws SQLException if the tables cannot all be read
     */
    public LeakSearch tables(Connection connection) throws SQLException {
        DatabaseTables.read(connection, this);
        return this;
    }

    /**
     * Everything that was found so far.
     *
     * @return in the order of searching; one place may show the same leak as a file and as records
     */
    public List<Leak> leaks() {
        return List.copyOf(leaks);
    }

    /**
     * How much was searched.
     *
     * @return bytes
     */
    public long searchedBytes() {
        return bytes;
    }

    /**
     * How many things were searched.
     *
     * @return files, tables and whatever else was handed in
     */
    public int searchedPlaces() {
        return places;
    }

    /**
     * How many different byte sequences are looked for.
     *
     * @return values times spellings, base64 in both alphabets
     */
    public int patterns() {
        return needles.count();
    }
}
