package org.entente.embedded.simulate;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.crypto.Sha256;
import org.entente.embedded.rwset.RwSetBuilder;
import org.entente.embedded.state.HashedKey;
import org.entente.embedded.state.PrivateValue;
import org.entente.embedded.state.Version;
import org.entente.embedded.state.Versioned;
import org.entente.embedded.state.WorldState;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;

/**
 * One execution as one member's peer sees it. Reads give the committed value, also of a key written before in the same
 * execution. Used by one thread at a time; {@link #close} may come from another and ends all use.
 */
public final class Simulator implements AutoCloseable {
    /** Where the chaincode's definition was written: the channel's first block. */
    public static final Version DEFINITION = new Version(0, 0);

    private final Channel channel;
    private final WorldState state;
    private final MemberId holder;
    private final String transactionId;
    private final RwSetBuilder rwSet = new RwSetBuilder();
    private final Footprint footprint = new Footprint();
    private final List<RangeScan> scans = new ArrayList<>();
    private final WriteRules rules;
    private final long stamp;
    private boolean closed;

    /**
     * Starts an execution and holds the state still until it is closed.
     *
     * @param channel the channel
     * @param state the committed state
     * @param holder the member whose peer executes
     * @param transactionId the transaction, for refusals
     */
    public Simulator(Channel channel, WorldState state, MemberId holder, String transactionId) {
        this.channel = channel;
        this.state = state;
        this.holder = holder;
        this.transactionId = transactionId;
        this.rules = new WriteRules(transactionId);
        this.stamp = state.lock().readLock();
    }

    /**
     * Reads a public value.
     *
     * @param key the key
     * @return the committed value, empty bytes when there is none
     */
    public synchronized ByteString get(String key) {
        return read(key).map(Versioned::value).orElse(ByteString.EMPTY);
    }

    /**
     * Reads a public key's metadata, which counts as a read of the key.
     *
     * @param key the key
     * @return by name
     */
    public synchronized Map<String, ByteString> metadata(String key) {
        return read(key).map(Versioned::metadata).orElse(Map.of());
    }

    private Optional<Versioned> read(String key) {
        requireOpen();
        Optional<Versioned> found = state.get(key);
        rwSet.read(key, found.map(Versioned::version));
        return found;
    }

    /**
     * Writes a public value.
     *
     * @param key the key
     * @param value the value; empty bytes delete
     */
    public synchronized void put(String key, ByteString value) {
        beforeWrite();
        rwSet.write(key, value);
        footprint.wrote("", state.get(key).map(Versioned::metadata).orElse(Map.of()));
    }

    /**
     * Writes a public key's metadata.
     *
     * @param key the key
     * @param entries all metadata, by name
     */
    public synchronized void putMetadata(String key, Map<String, ByteString> entries) {
        beforeWrite();
        rwSet.writeMetadata(key, entries);
        footprint.wrote("", state.get(key).map(Versioned::metadata).orElse(Map.of()));
    }

    /**
     * Reads a range of public keys.
     *
     * @param start first key
     * @param end first key after it, empty for no bound
     * @param paged whether the caller reads one page, which rules out writing
     * @return the scan
     */
    public synchronized RangeScan range(String start, String end, boolean paged) {
        requireOpen();
        if (paged) {
            rules.beforePagedQuery();
        }
        RangeScan scan = RangeScan.overPublic(state.publicValues(), start, end);
        scans.add(scan);
        return scan;
    }

    /**
     * Reads a private value.
     *
     * @param collection the collection
     * @param key the key
     * @return the value, empty bytes when there is none
     */
    public synchronized ByteString getPrivate(String collection, String key) {
        requireOpen();
        requireCollection(collection);
        Optional<PrivateValue> found = state.privateState(holder).get(collection, key);
        Optional<Version> version = found.map(PrivateValue::version);
        Optional<Version> hashVersion = hashed(collection, key).map(Versioned::version);
        if (!version.equals(hashVersion)) {
            throw new SimulationException(
                    "private data matching public hash version is not available. Public hash version = "
                            + text(hashVersion) + ", Private data version = " + text(version));
        }
        rwSet.collection(collection).read(key, version);
        footprint.readPrivate(collection);
        return found.map(PrivateValue::value).orElse(ByteString.EMPTY);
    }

    /**
     * Reads the hash of a private value, which anybody may.
     *
     * @param collection the collection
     * @param key the key
     * @return SHA-256 of the value, empty bytes when there is none
     */
    public synchronized ByteString getPrivateHash(String collection, String key) {
        return readHashed(collection, key).map(Versioned::value).orElse(ByteString.EMPTY);
    }

    /**
     * Reads a private key's metadata.
     *
     * @param collection the collection
     * @param key the key
     * @return by name
     */
    public synchronized Map<String, ByteString> privateMetadata(String collection, String key) {
        return readHashed(collection, key).map(Versioned::metadata).orElse(Map.of());
    }

    private Optional<Versioned> readHashed(String collection, String key) {
        requireOpen();
        requireCollection(collection);
        Optional<Versioned> found = hashed(collection, key);
        rwSet.collection(collection).read(key, found.map(Versioned::version));
        return found;
    }

    /**
     * Writes a private value.
     *
     * @param collection the collection
     * @param key the key
     * @param value the value; empty bytes delete
     */
    public synchronized void putPrivate(String collection, String key, ByteString value) {
        beforePrivateWrite(collection, key);
        rwSet.collection(collection).write(key, value);
    }

    /**
     * Purges a private value: members keep neither it nor its history.
     *
     * @param collection the collection
     * @param key the key
     */
    public synchronized void purgePrivate(String collection, String key) {
        beforePrivateWrite(collection, key);
        rwSet.collection(collection).purge(key);
    }

    /**
     * Writes a private key's metadata.
     *
     * @param collection the collection
     * @param key the key
     * @param entries all metadata, by name
     */
    public synchronized void putPrivateMetadata(String collection, String key, Map<String, ByteString> entries) {
        beforePrivateWrite(collection, key);
        rwSet.collection(collection).writeMetadata(key, entries);
    }

    /**
     * Reads a range of private keys, which rules out writing because nobody could check it at commit.
     *
     * @param collection the collection
     * @param start first key
     * @param end first key after it, empty for no bound
     * @return the scan
     */
    public synchronized RangeScan privateRange(String collection, String start, String end) {
        requireOpen();
        rules.beforePrivateQuery();
        requireCollection(collection);
        return RangeScan.overPrivate(state.privateState(holder).values(collection), start, end);
    }

    /**
     * Ends the reading and gives what was read and written.
     *
     * @return the results
     */
    public synchronized SimulationResult result() {
        requireOpen();
        scans.stream().map(RangeScan::info).forEach(rwSet::range);
        TxReadWriteSet publicSet = rwSet.publicSet(channel.chaincode(), DEFINITION);
        NavigableMap<String, ByteString> privateSets = rwSet.privateSets();
        return new SimulationResult(publicSet.toByteString(), privateSets, footprint);
    }

    /** Lets the state move on. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            state.lock().unlockRead(stamp);
        }
    }

    private void beforeWrite() {
        requireOpen();
        rules.beforeWrite();
    }

    private void beforePrivateWrite(String collection, String key) {
        requireOpen();
        requireCollection(collection);
        rules.beforeWrite();
        footprint.wrote(
                collection, hashed(collection, key).map(Versioned::metadata).orElse(Map.of()));
    }

    private Optional<Versioned> hashed(String collection, String key) {
        return state.hashed(new HashedKey(collection, Sha256.of(key)));
    }

    private void requireCollection(String collection) {
        if (channel.collection(collection).isEmpty()) {
            throw new SimulationException("collection [" + collection
                    + "] not defined in the collection config for chaincode [" + channel.chaincode() + "]");
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new SimulationException("txid [" + transactionId + "]: the execution has ended");
        }
    }

    private static String text(Optional<Version> version) {
        return version.map(Version::toString).orElse("<nil>");
    }
}
