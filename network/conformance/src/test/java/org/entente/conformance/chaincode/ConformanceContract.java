package org.entente.conformance.chaincode;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.hyperledger.fabric.shim.ChaincodeException;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ext.sbe.StateBasedEndorsement;
import org.hyperledger.fabric.shim.ext.sbe.StateBasedEndorsement.RoleType;
import org.hyperledger.fabric.shim.ext.sbe.impl.StateBasedEndorsementFactory;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;

/** Reads and writes whatever it is told to, with no check of its own: what is refused, the network refuses. */
@Contract(name = "conformance")
@SuppressWarnings("DoNotCallSuggester") // two functions fail on purpose, and the shim calls them
public final class ConformanceContract implements ContractInterface {
    /** The transient entry that holds a private value. */
    public static final String VALUE = "value";

    /** Made by the shim, once a call. */
    public ConformanceContract() {}

    /** Writes without reading. */
    @Transaction
    public void put(Context context, String key, String value) {
        context.getStub().putStringState(key, value);
    }

    /** Reads. */
    @Transaction
    public String get(Context context, String key) {
        return context.getStub().getStringState(key);
    }

    /** Deletes without reading. */
    @Transaction
    public void delete(Context context, String key) {
        context.getStub().delState(key);
    }

    /** Reads and writes. */
    @Transaction
    public void append(Context context, String key, String suffix) {
        ChaincodeStub stub = context.getStub();
        stub.putStringState(key, stub.getStringState(key) + suffix);
    }

    /** Writes and then reads the same key. */
    @Transaction
    public String putThenGet(Context context, String key, String value) {
        context.getStub().putStringState(key, value);
        return context.getStub().getStringState(key);
    }

    /** Reads a range to its end and writes how many keys it holds. */
    @Transaction
    public void count(Context context, String start, String end, String key) throws Exception {
        int count = 0;
        try (QueryResultsIterator<KeyValue> range = context.getStub().getStateByRange(start, end)) {
            for (KeyValue entry : range) {
                count += entry.getKey().isEmpty() ? 0 : 1;
            }
        }
        context.getStub().putStringState(key, Integer.toString(count));
    }

    /** Writes the transient value to a collection without reading. */
    @Transaction
    public void putPrivate(Context context, String collection, String key) {
        context.getStub().putPrivateData(collection, key, value(context));
    }

    /** Reads from a collection. */
    @Transaction
    public String getPrivate(Context context, String collection, String key) {
        return text(context.getStub().getPrivateData(collection, key));
    }

    /** The hash that every member holds of a private value, in hexadecimal. */
    @Transaction
    public String getPrivateHash(Context context, String collection, String key) {
        byte[] hash = context.getStub().getPrivateDataHash(collection, key);
        return hash == null ? "" : HexFormat.of().formatHex(hash);
    }

    /** Reads from and writes to a collection. */
    @Transaction
    public void appendPrivate(Context context, String collection, String key) {
        ChaincodeStub stub = context.getStub();
        String joined = text(stub.getPrivateData(collection, key)) + text(value(context));
        stub.putPrivateData(collection, key, joined.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a range of a collection. */
    @Transaction
    public String countPrivate(Context context, String collection, String start, String end) throws Exception {
        int count = 0;
        try (QueryResultsIterator<KeyValue> range = context.getStub().getPrivateDataByRange(collection, start, end)) {
            for (KeyValue entry : range) {
                count += entry.getKey().isEmpty() ? 0 : 1;
            }
        }
        return Integer.toString(count);
    }

    /** Reads a range of a collection and then writes public state, which Fabric refuses. */
    @Transaction
    public void countPrivateThenPut(Context context, String collection, String start, String end, String key)
            throws Exception {
        context.getStub().putStringState(key, countPrivate(context, collection, start, end));
    }

    /** Writes what no two peers would write. */
    @Transaction
    public void putAnything(Context context, String key) {
        context.getStub().putStringState(key, UUID.randomUUID().toString());
    }

    /** Lets one member's peer alone endorse later writes of a key. */
    @Transaction
    public void restrict(Context context, String key, String member) {
        StateBasedEndorsement policy =
                StateBasedEndorsementFactory.getInstance().newStateBasedEndorsement(null);
        policy.addOrgs(RoleType.RoleTypePeer, member);
        context.getStub().putStringState(key, "restricted");
        context.getStub().setStateValidationParameter(key, policy.policy());
    }

    /** Reads and writes a key and emits an event. */
    @Transaction
    public void emit(Context context, String key, String event, String payload) {
        append(context, key, payload);
        context.getStub().setEvent(event, payload.getBytes(StandardCharsets.UTF_8));
    }

    /** Refuses with a code and words. */
    @Transaction
    public void refuse(Context context, String words) {
        throw new ChaincodeException(words, "payload of " + words);
    }

    /** Fails as a careless contract does. */
    @Transaction
    public void crash(Context context, String words) {
        throw new IllegalStateException(words);
    }

    private static byte[] value(Context context) {
        Map<String, byte[]> entries = context.getStub().getTransient();
        byte[] value = entries.get(VALUE);
        if (value == null) {
            throw new ChaincodeException("NO_VALUE");
        }
        return value;
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
