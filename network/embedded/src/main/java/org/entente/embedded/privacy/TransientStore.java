package org.entente.embedded.privacy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.embedded.crypto.Sha256;
import org.entente.embedded.store.RecordLog;

/**
 * Private writes of transactions that are endorsed but not yet committed, in the member's own file before the endorsement
 * leaves the peer: a client may submit the signed transaction after a restart. Committed and very old ones are forgotten,
 * and the file is rewritten when little of it is still needed.
 */
public final class TransientStore implements AutoCloseable {
    private static final long RETAINED_BLOCKS = 1000;
    private static final long REWRITE_BYTES = 32 << 20;
    private static final String FORGOTTEN = "";

    private final Path file;
    private final Map<String, List<PrivateWrite>> held = new HashMap<>();
    private RecordLog log;
    private long heldBytes;

    /**
     * Opens a member's store.
     *
     * @param file the file, made if absent
     */
    public TransientStore(Path file) {
        this.file = file;
        this.log = RecordLog.open(file, (position, body) -> {
            PrivateWrite write = PrivateWrite.decode(body);
            if (write.collection().equals(FORGOTTEN)) {
                drop(write.transactionId());
            } else {
                hold(write);
            }
        });
        rewrite();
    }

    /**
     * Keeps writes. They survive the death of the process, not that of the machine: those of a committed transaction then
     * stand in the private-data log.
     *
     * @param writes of one endorsement
     */
    public synchronized void keep(Collection<PrivateWrite> writes) {
        for (PrivateWrite write : writes) {
            if (!isHeld(write)) {
                // First the disk: what does not fit there any more is not known here either, and can be asked for
                // again.
                log.append(write.encode());
                hold(write);
            }
        }
    }

    /**
     * A write that a block announces.
     *
     * @param expected transaction, collection and hash
     * @return the encoded private set, or empty
     */
    public synchronized Optional<ByteString> find(ExpectedWrite expected) {
        return held.getOrDefault(expected.transactionId(), List.of()).stream()
                .filter(write -> write.collection().equals(expected.ref().collection()))
                .map(PrivateWrite::set)
                .filter(set -> Sha256.of(set).equals(expected.hash()))
                .findFirst();
    }

    /**
     * Forgets transactions that are committed, and any endorsed too long ago.
     *
     * @param transactionIds the committed ones
     * @param height of the ledger
     */
    public synchronized void forget(Collection<String> transactionIds, long height) {
        List<String> done = new ArrayList<>(transactionIds);
        if (height % RETAINED_BLOCKS == 0) {
            held.forEach((id, writes) -> {
                if (writes.get(0).block() + RETAINED_BLOCKS < height) {
                    done.add(id);
                }
            });
        }
        for (String id : done) {
            if (drop(id)) {
                log.append(new PrivateWrite(height, 0, id, FORGOTTEN, ByteString.EMPTY, false).encode());
            }
        }
        if (log.size() > REWRITE_BYTES && heldBytes < log.size() / 2) {
            rewrite();
        }
    }

    /** Rewrites the file with what is still held, so that the bytes of all else are gone. */
    public synchronized void rewrite() {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try {
            Files.deleteIfExists(draft);
            try (RecordLog next = RecordLog.open(draft, (position, body) -> {})) {
                held.values().forEach(writes -> writes.forEach(write -> next.append(write.encode())));
                next.force();
            }
            log.close();
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            log = RecordLog.open(file, (position, body) -> {});
        } catch (IOException e) {
            throw new UncheckedIOException("cannot rewrite " + file, e);
        }
    }

    private boolean isHeld(PrivateWrite write) {
        return held.getOrDefault(write.transactionId(), List.of()).stream()
                .anyMatch(other -> other.collection().equals(write.collection())
                        && other.set().equals(write.set()));
    }

    private void hold(PrivateWrite write) {
        if (!isHeld(write)) {
            held.computeIfAbsent(write.transactionId(), any -> new ArrayList<>(1))
                    .add(write);
            heldBytes += write.set().size();
        }
    }

    private boolean drop(String transactionId) {
        List<PrivateWrite> writes = held.remove(transactionId);
        if (writes == null) {
            return false;
        }
        heldBytes -= writes.stream().mapToLong(write -> write.set().size()).sum();
        return true;
    }

    @Override
    public synchronized void close() {
        log.close();
    }
}
