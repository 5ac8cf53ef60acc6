package org.entente.contract;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hyperledger.fabric.contract.ContractRuntimeException;
import org.hyperledger.fabric.shim.ChaincodeStub;

/**
 * A ledger of one peer, for what the contract decides before the network has a say. Whatever the contract should not call
 * fails. Like a peer it shows a call only what stood there before it.
 */
final class StubFake {
    private final byte[] creator;
    private final Map<String, byte[]> committed = new TreeMap<>();
    private final Map<String, byte[]> written = new TreeMap<>();
    private boolean refusesReads;

    StubFake(byte[] creator) {
        this.creator = creator;
    }

    Map<String, byte[]> written() {
        return written;
    }

    void commit() {
        committed.putAll(written);
        written.clear();
    }

    /** As the shim does when the peer answers with an error. */
    void refuseReads() {
        refusesReads = true;
    }

    void put(String key, byte[] value) {
        committed.put(key, value);
    }

    ChaincodeStub call(Map<String, byte[]> transientMap, String... call) {
        return callRaw(
                transientMap,
                Stream.of(call).map(s -> s.getBytes(StandardCharsets.UTF_8)).toList());
    }

    ChaincodeStub callRaw(Map<String, byte[]> transientMap, List<byte[]> call) {
        return (ChaincodeStub) Proxy.newProxyInstance(
                StubFake.class.getClassLoader(),
                new Class<?>[] {ChaincodeStub.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "getArgs" -> call;
                    case "getStringArgs" -> strings(call);
                    case "getFunction" -> strings(call).getFirst();
                    case "getParameters" -> strings(call).subList(1, call.size());
                    case "getTransient" -> transientMap;
                    case "getCreator" -> creator;
                    case "getState" -> committed.getOrDefault((String) args[0], new byte[0]);
                    case "putState" -> written.put((String) args[0], (byte[]) args[1]);
                    case "setStateValidationParameter" -> written.put("policy of " + args[0], (byte[]) args[1]);
                    case "getPrivateData" -> privateData(args[0] + " " + args[1]);
                    case "putPrivateData" -> written.put(args[0] + " " + args[1], (byte[]) args[2]);
                    case "delPrivateData" -> written.put(args[0] + " " + args[1], new byte[0]);
                    default -> throw new AssertionError("the contract should not call " + method.getName());
                });
    }

    private byte[] privateData(String key) {
        if (refusesReads) {
            throw new ContractRuntimeException("[12345678]Unsuccessful response received.");
        }
        return committed.getOrDefault(key, new byte[0]);
    }

    private static List<String> strings(List<byte[]> call) {
        return call.stream().map(arg -> new String(arg, StandardCharsets.UTF_8)).toList();
    }
}
