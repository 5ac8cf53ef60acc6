package org.entente.embedded.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.entente.embedded.store.DamagedStoreException;
import org.entente.embedded.store.RecordLog;

/** Everything private that one member may see, on its own disk: one file, appended to, rewritten only for a purge. */
public final class PrivateLog implements AutoCloseable {
    private final Path file;
    private final Map<PrivateWriteRef, Long> positions = new HashMap<>();
    private final Map<Long, List<PrivateWriteRef>> byBlock = new HashMap<>();
    private RecordLog log;

    /**
     * Opens a member's log.
     *
     * @param file the file, made if absent
     * @param height the number of blocks that are on disk: what belongs to the next one never happened and is dropped
     * @throws DamagedStoreException when it knows later blocks than that, so that blocks must have been lost
     */
    public PrivateLog(Path file, long height) {
        this.file = file;
        List<Long> dropped = new ArrayList<>();
        this.log = RecordLog.open(file, (position, body) -> {
            PrivateWrite write = PrivateWrite.decode(body);
            if (write.block() > height) {
                throw new DamagedStoreException(
                        file + " has private data of block " + write.block() + ", but only " + height
                                + " blocks are there: blocks were lost. Restore them from a copy; nothing was started.");
            }
            if (write.block() == height) {
                dropped.add(position);
            } else {
                index(write, position);
            }
        });
        if (!dropped.isEmpty()) {
            rewrite(write -> write, write -> write.block() < height);
        }
    }

    /**
     * Adds a write.
     *
     * @param write the write
     */
    public synchronized void append(PrivateWrite write) {
        index(write, log.append(write.encode()));
    }

    /** Returns when everything appended so far is on the disk. */
    public void force() {
        current().force();
    }

    /**
     * A write.
     *
     * @param ref where it stands
     * @return the write, or empty when this member does not have it
     */
    public synchronized Optional<PrivateWrite> find(PrivateWriteRef ref) {
        return Optional.ofNullable(positions.get(ref)).map(position -> PrivateWrite.decode(log.read(position)));
    }

    /**
     * All writes of a block.
     *
     * @param block the block
     * @return what this member has of it
     */
    public synchronized List<PrivateWrite> ofBlock(long block) {
        return byBlock.getOrDefault(block, List.of()).stream()
                .map(ref -> find(ref).orElseThrow())
                .toList();
    }

    /**
     * Takes keys out of the past and rewrites the file, so that their bytes are gone. Does nothing when none are there.
     *
     * @param trim gives each write without them, or the write itself
     */
    public synchronized void purge(UnaryOperator<PrivateWrite> trim) {
        boolean needed = positions.keySet().stream().anyMatch(ref -> {
            PrivateWrite write = find(ref).orElseThrow();
            return !trim.apply(write).equals(write);
        });
        if (needed) {
            rewrite(trim, write -> true);
        }
    }

    private void rewrite(UnaryOperator<PrivateWrite> change, Predicate<PrivateWrite> keeps) {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.deleteIfExists(draft);
            positions.clear();
            byBlock.clear();
            try (RecordLog next = RecordLog.open(draft, (position, body) -> {})) {
                log.close();
                RecordLog.open(file, (position, body) -> {
                            PrivateWrite write = PrivateWrite.decode(body);
                            if (keeps.test(write)) {
                                PrivateWrite changed = change.apply(write);
                                index(changed, next.append(changed.encode()));
                            }
                        })
                        .close();
                next.force();
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            log = RecordLog.open(file, (position, body) -> {});
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rewrite " + file, e);
        }
    }

    private void index(PrivateWrite write, long position) {
        if (positions.put(write.ref(), position) == null) {
            byBlock.computeIfAbsent(write.block(), any -> new ArrayList<>()).add(write.ref());
        }
    }

    private synchronized RecordLog current() {
        return log;
    }

    @Override
    public synchronized void close() {
        log.close();
    }
}
