package org.entente.client.stage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.jspecify.annotations.Nullable;

/** What a member could run instead of the contract: it writes what it likes into its own collections. */
public final class HostileChaincode implements Chaincode {
    /** One transaction's misdeed. */
    public enum Deed {
        /** Bytes that are no JSON, with U+0000 and broken UTF-8. */
        GARBAGE,
        /** JSON that is nested without end. */
        NESTED,
        /** Text with half a surrogate pair in the place of a subject. */
        HALF_PAIRS,
        /** An empty value. */
        EMPTY,
        /** A third key beside batch and head. */
        EXTRA_KEY,
        /** The batch under another key. */
        OTHER_KEY,
        /** Also deletes a key. */
        DELETE,
        /** Also purges a key. */
        PURGE,
        /** Deletes the head instead of moving it. */
        DELETE_HEAD,
        /** Purges the head instead of moving it. */
        PURGE_HEAD
    }

    private final Chaincode honest;
    private final Deque<Deed> deeds = new ArrayDeque<>();

    /** Honest until it is told otherwise. */
    public HostileChaincode(Chaincode honest) {
        this.honest = honest;
    }

    /** What the next transactions do; after them it is honest again. */
    public synchronized void misbehave(List<Deed> next) {
        deeds.addAll(next);
    }

    private synchronized Optional<Deed> next() {
        return Optional.ofNullable(deeds.poll());
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return honest.init(stub);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        if (!stub.getFunction().endsWith("submit")) {
            return honest.invoke(stub);
        }
        return next().map(deed -> honest.invoke(altering(stub, deed))).orElseGet(() -> honest.invoke(stub));
    }

    private static ChaincodeStub altering(ChaincodeStub stub, Deed deed) {
        return (ChaincodeStub) Proxy.newProxyInstance(
                HostileChaincode.class.getClassLoader(),
                new Class<?>[] {ChaincodeStub.class},
                (proxy, method, args) -> call(stub, deed, method, args));
    }

    private static @Nullable Object call(ChaincodeStub stub, Deed deed, Method method, Object[] arguments)
            throws Throwable {
        boolean batch = method.getName().equals("putPrivateData")
                && String.valueOf(arguments[1]).startsWith("batch/");
        if (method.getName().equals("putPrivateData")
                && String.valueOf(arguments[1]).equals("head")
                && without(stub, deed, String.valueOf(arguments[0]))) {
            return null;
        }
        try {
            Object result = method.invoke(stub, batch ? altered(deed, arguments) : arguments);
            if (batch) {
                alsoDo(stub, deed, String.valueOf(arguments[0]));
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static Object[] altered(Deed deed, Object[] arguments) {
        return switch (deed) {
            case GARBAGE -> new Object[] {arguments[0], arguments[1], new byte[] {0, (byte) 0xC3, '{', 0, (byte) 0xFF}};
            case NESTED -> new Object[] {arguments[0], arguments[1], bytes("[".repeat(500_000))};
            case HALF_PAIRS ->
                new Object[] {
                    arguments[0],
                    arguments[1],
                    bytes(text(arguments[2]).replaceFirst("\"subject\":\"[^\"]*\"", "\"subject\":\"\\\\ud800\""))
                };
            case EMPTY -> new Object[] {arguments[0], arguments[1], bytes("x")};
            case OTHER_KEY -> new Object[] {arguments[0], "batch/" + "0".repeat(64), arguments[2]};
            case EXTRA_KEY, DELETE, PURGE, DELETE_HEAD, PURGE_HEAD -> arguments;
        };
    }

    /** Whether the head is gone, and so is not written. */
    private static boolean without(ChaincodeStub stub, Deed deed, String collection) {
        switch (deed) {
            case DELETE_HEAD -> stub.delPrivateData(collection, "head");
            case PURGE_HEAD -> stub.purgePrivateData(collection, "head");
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void alsoDo(ChaincodeStub stub, Deed deed, String collection) {
        switch (deed) {
            case EXTRA_KEY -> stub.putPrivateData(collection, "batch/extra", bytes("{}"));
            case DELETE -> stub.delPrivateData(collection, "something");
            case PURGE -> stub.purgePrivateData(collection, "something");
            default -> {
                // nothing beside it
            }
        }
    }

    private static String text(Object value) {
        return new String((byte[]) value, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
