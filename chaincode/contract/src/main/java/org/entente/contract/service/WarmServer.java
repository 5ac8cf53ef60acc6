package org.entente.contract.service;

import java.io.IOException;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeServer;

/** Serves once the contract has rehearsed, and says from then on how it is. */
public final class WarmServer implements ChaincodeServer {
    private final Chaincode contract;
    private final ChaincodeServer server;

    /**
     * A server that begins later.
     *
     * @param contract its calls are rehearsed
     * @param server then serves
     */
    public WarmServer(Chaincode contract, ChaincodeServer server) {
        this.contract = contract;
        this.server = server;
    }

    /** The router knows its contracts by now, and not before. */
    @Override
    public void start() throws IOException, InterruptedException {
        new Rehearsal(contract).run();
        HealthPort.openIfNamed();
        server.start();
    }

    @Override
    public void stop() {
        server.stop();
    }
}
