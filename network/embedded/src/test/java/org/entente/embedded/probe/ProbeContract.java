package org.entente.embedded.probe;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.hyperledger.fabric.shim.ChaincodeException;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ext.sbe.StateBasedEndorsement;
import org.hyperledger.fabric.shim.ext.sbe.impl.StateBasedEndorsementFactory;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;

/** Reads and writes whatever it is told to. Values are text; private ones come as the transient entry {@code value}. */
@Contract(name = "probe")
public final class ProbeContract implements ContractInterface {
    /** Writes a public value. */
    @Transaction
    public void put(Context context, String key, String value) {
        context.getStub().putStringState(key, value);
    }

    /** Deletes a public value. */
    @Transaction
    public void delete(Context context, String key) {
        context.getStub().delState(key);
    }

    /** Reads a public value. */
    @Transaction
    public String get(Context context, String key) {
        return context.getStub().getStringState(key);
    }

    /** Reads a public value, adds to it, and gives what a second read then finds. */
    @Transaction
    public String append(Context context, String key, String more) {
        String before = context.getStub().getStringState(key);
        context.getStub().putStringState(key, before + more);
        return context.getStub().getStringState(key);
    }

    /** Gives a key its own endorsement policy: the peers of these organisations, separated by commas. */
    @Transaction
    public void guard(Context context, String key, String organisations) {
        StateBasedEndorsement policy =
                StateBasedEndorsementFactory.getInstance().newStateBasedEndorsement(new byte[0]);
        policy.addOrgs(StateBasedEndorsement.RoleType.RoleTypePeer, organisations.split(","));
        context.getStub().setStateValidationParameter(key, policy.policy());
    }

    /** Reads all keys of a range and writes how many there are. */
    @Transaction
    public String count(Context context, String start, String end, String into) throws Exception {
        List<String> keys = new ArrayList<>();
        try (QueryResultsIterator<KeyValue> results = context.getStub().getStateByRange(start, end)) {
            results.forEach(result -> keys.add(result.getKey()));
        }
        if (!into.isEmpty()) {
            context.getStub().putStringState(into, Integer.toString(keys.size()));
        }
        return String.join(",", keys);
    }

    /** Writes a private value. */
    @Transaction
    public void putPrivate(Context context, String collection, String key) {
        context.getStub().putPrivateData(collection, key, value(context.getStub()));
    }

    /** Writes a private and a public value. */
    @Transaction
    public void putBoth(Context context, String collection, String key) {
        context.getStub().putPrivateData(collection, key, value(context.getStub()));
        context.getStub().putStringState(key, "public");
    }

    /** Reads a private value and writes it with more behind it. */
    @Transaction
    public void appendPrivate(Context context, String collection, String key) {
        byte[] before = context.getStub().getPrivateData(collection, key);
        String after = text(before) + text(value(context.getStub()));
        context.getStub().putPrivateData(collection, key, after.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a private value. */
    @Transaction
    public String getPrivate(Context context, String collection, String key) {
        return text(context.getStub().getPrivateData(collection, key));
    }

    /** Reads the hash of a private value. */
    @Transaction
    public String getPrivateHash(Context context, String collection, String key) {
        return HexFormat.of().formatHex(context.getStub().getPrivateDataHash(collection, key));
    }

    /** Deletes a private value. */
    @Transaction
    public void deletePrivate(Context context, String collection, String key) {
        context.getStub().delPrivateData(collection, key);
    }

    /** Purges a private value. */
    @Transaction
    public void purgePrivate(Context context, String collection, String key) {
        context.getStub().purgePrivateData(collection, key);
    }

    /** Reads a range of private keys and then writes. */
    @Transaction
    public void rangeThenWrite(Context context, String collection) throws Exception {
        try (QueryResultsIterator<KeyValue> results = context.getStub().getPrivateDataByRange(collection, "", "")) {
            results.forEach(result -> {});
        }
        context.getStub().putPrivateData(collection, "after", new byte[] {1});
    }

    /** Reads a range of private keys. */
    @Transaction
    public String privateKeys(Context context, String collection) throws Exception {
        List<String> keys = new ArrayList<>();
        try (QueryResultsIterator<KeyValue> results = context.getStub().getPrivateDataByRange(collection, "", "")) {
            results.forEach(result -> keys.add(result.getKey()));
        }
        return String.join(",", keys);
    }

    /** Sets an event and writes. */
    @Transaction
    public void announce(Context context, String key, String name) {
        context.getStub().putStringState(key, name);
        context.getStub().setEvent(name, key.getBytes(StandardCharsets.UTF_8));
    }

    /** Refuses. */
    @Transaction
    public void refuse(Context context, String reason) {
        if (!reason.isEmpty()) {
            throw new ChaincodeException(reason);
        }
    }

    /** Never ends. */
    @Transaction
    public void hang(Context context) throws InterruptedException {
        Thread.sleep(Long.MAX_VALUE);
    }

    private static byte[] value(ChaincodeStub stub) {
        byte[] value = stub.getTransient().get("value");
        if (value == null) {
            throw new ChaincodeException("no transient value");
        }
        return value;
    }

    private static String text(byte[] value) {
        return new String(value, StandardCharsets.UTF_8);
    }
}
