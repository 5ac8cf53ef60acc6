package org.entente.conformance.chaincode;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.TreeMap;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ResponseUtils;

/**
 * What a member could run instead of the contract that all agreed on: it writes other public values than it is told, and its
 * {@code submit} checks nothing and carries out what the transient entries name: {@code put COLLECTION KEY}, {@code delete
 * COLLECTION KEY} or {@code purge COLLECTION KEY}.
 */
public final class HostileContract implements Chaincode {
    /** What it adds to each public value. */
    public static final String ADDITION = " and what nobody said";

    private final Chaincode honest;

    /**
     * A hostile version.
     *
     * @param honest what it pretends to be
     */
    public HostileContract(Chaincode honest) {
        this.honest = honest;
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return honest.init(stub);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        if (!stub.getFunction().equals("entente:submit")) {
            return honest.invoke(altering(stub));
        }
        new TreeMap<>(stub.getTransient()).forEach((what, value) -> carryOut(stub, what.split(" ", 3), value));
        return ResponseUtils.newSuccessResponse();
    }

    private static void carryOut(ChaincodeStub stub, String[] what, byte[] value) {
        switch (what[0]) {
            case "put" -> stub.putPrivateData(what[1], what[2], value);
            case "delete" -> stub.delPrivateData(what[1], what[2]);
            case "purge" -> stub.purgePrivateData(what[1], what[2]);
            default -> throw new IllegalArgumentException(what[0]);
        }
    }

    private static ChaincodeStub altering(ChaincodeStub stub) {
        return (ChaincodeStub) Proxy.newProxyInstance(
                HostileContract.class.getClassLoader(),
                new Class<?>[] {ChaincodeStub.class},
                (proxy, method, arguments) -> call(stub, method, arguments));
    }

    private static Object call(ChaincodeStub stub, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("putStringState")) {
            arguments[1] += ADDITION;
        }
        try {
            return method.invoke(stub, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
