package org.entente.embedded.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.entente.embedded.block.BlockHeaders;
import org.entente.embedded.store.DamagedStoreException;
import org.entente.embedded.store.RecordLog;
import org.hyperledger.fabric.protos.common.Block;

/** The chain of judged blocks on disk, with an index of transactions. One thread appends; any may read and wait. */
public final class Ledger implements AutoCloseable {
    private final RecordLog log;
    private final List<Long> positions = new ArrayList<>();
    private final TransactionIndex transactions = new TransactionIndex();
    private final Waiters waiting = new Waiters();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private final RecentBlocks recent = new RecentBlocks();
    private ByteString lastHash = ByteString.EMPTY;
    private volatile long height;

    /**
     * Opens the chain and checks that each block continues the one before.
     *
     * @param file the file, made if absent
     * @param replay sees each block in order
     * @throws DamagedStoreException when the chain is broken
     */
    public Ledger(Path file, Consumer<Block> replay) {
        this.log = RecordLog.open(file, (position, body) -> {
            Block block = parse(body, file);
            requireContinues(block, file);
            accept(block, position);
            replay.accept(block);
        });
    }

    /**
     * Makes a judged block durable. Nobody sees it before {@link #publish}.
     *
     * @param block the next block
     */
    public void append(Block block) {
        requireContinues(block, log.file());
        long position = log.append(block.toByteString());
        log.force();
        synchronized (this) {
            positions.add(position);
            lastHash = BlockHeaders.hash(block.getHeader());
        }
        recent.add(block);
    }

    /**
     * Shows a durable block to readers and tells those who wait for its transactions.
     *
     * @param block the block last appended
     */
    public void publish(Block block) {
        List<String> ids = transactions.add(block);
        height = block.getHeader().getNumber() + 1;
        ids.forEach(id -> transactions.find(id).ifPresent(status -> waiting.tell(id, status)));
        watchers.forEach(Runnable::run);
    }

    /**
     * How many blocks there are.
     *
     * @return the number of the next block
     */
    public long height() {
        return height;
    }

    /**
     * The hash that the next block must name.
     *
     * @return the last header's hash, empty before block 0
     */
    public synchronized ByteString lastHash() {
        return lastHash;
    }

    /**
     * A block.
     *
     * @param number below {@link #height}
     * @return the judged block
     */
    public Block block(long number) {
        return recent.find(number).orElseGet(() -> {
            long position;
            synchronized (this) {
                position = positions.get(Math.toIntExact(number));
            }
            return parse(log.read(position), log.file());
        });
    }

    /**
     * A transaction.
     *
     * @param transactionId its id
     * @return where it stands, or empty when it is in no block
     */
    public Optional<TransactionStatus> find(String transactionId) {
        return transactions.find(transactionId);
    }

    /**
     * Waits for a transaction without a thread.
     *
     * @param transactionId its id
     * @param then called exactly once when it is in a block, perhaps at once
     * @return ends the waiting
     */
    public Runnable await(String transactionId, Consumer<TransactionStatus> then) {
        Runnable end = waiting.add(transactionId, then);
        // it may have been published between the caller's question and now
        find(transactionId).ifPresent(status -> waiting.tell(transactionId, status));
        return end;
    }

    /**
     * Calls back after each block.
     *
     * @param watcher quick, and called by the committer
     * @return stops the calls
     */
    public Runnable watch(Runnable watcher) {
        watchers.add(watcher);
        return () -> watchers.remove(watcher);
    }

    private void accept(Block block, long position) {
        positions.add(position);
        lastHash = BlockHeaders.hash(block.getHeader());
        transactions.add(block);
        height = block.getHeader().getNumber() + 1;
    }

    private void requireContinues(Block block, Path file) {
        long number = block.getHeader().getNumber();
        boolean continues = number == positions.size()
                && block.getHeader().getPreviousHash().equals(lastHash)
                && block.getHeader()
                        .getDataHash()
                        .equals(BlockHeaders.dataHash(block.getData().getDataList()));
        if (!continues) {
            throw new DamagedStoreException(file + ": block " + number + " does not continue the chain of "
                    + positions.size() + " blocks before it. Restore the file from a copy; nothing was started.");
        }
    }

    private static Block parse(ByteString body, Path file) {
        try {
            return Block.parseFrom(body);
        } catch (InvalidProtocolBufferException e) {
            throw new DamagedStoreException(file + " holds a record that is no block. Restore it from a copy.");
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
