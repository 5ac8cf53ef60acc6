package org.entente.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hyperledger.fabric.contract.ContractRouter;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeServer;
import org.hyperledger.fabric.shim.ChaincodeStub;

/** What a peer gets back through the shim's own router. */
record Called(int status, String message, String payload) {
    private static final ContractRouter ROUTER = router();

    static Called of(ChaincodeStub stub) {
        Chaincode.Response response = ROUTER.invoke(stub);
        byte[] payload = response.getPayload();
        return new Called(
                response.getStatusCode(),
                response.getMessage() == null ? "" : response.getMessage(),
                payload == null ? "" : new String(payload, StandardCharsets.UTF_8));
    }

    String code() {
        return status == 200 ? "OK" : message.replaceFirst(":.*", "");
    }

    private static ContractRouter router() {
        ContractRouter router = new ContractRouter(new String[] {"-i", "entente"});
        try {
            router.startRouterWithChaincodeServer(new ChaincodeServer() {
                @Override
                public void start() {}

                @Override
                public void stop() {}
            });
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return router;
    }
}
