package org.entente.launcher.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import org.entente.contract.service.WarmServer;
import org.hyperledger.fabric.Logging;
import org.hyperledger.fabric.contract.ContractRouter;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.NettyChaincodeServer;
import org.hyperledger.fabric.shim.ResponseUtils;

/**
 * Serves the contract and, beside it, what one would write without Entente: one key created with one value, in a private
 * collection, on the author's word alone, with no check at all. For benches only: on a network that counts it would let its
 * member write anything into its own collections.
 */
public final class PlainContractMain extends ChaincodeBase {
    /** The function that creates; its arguments are collection and key, its value stands in the transient map. */
    static final String CREATE = "plain:create";

    static final String VALUE = "value";

    private final Chaincode honest;

    private PlainContractMain(Chaincode honest) {
        this.honest = honest;
        processEnvironmentOptions();
        getChaincodeConfig();
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return honest.init(stub);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        if (!CREATE.equals(stub.getFunction())) {
            return honest.invoke(stub);
        }
        List<String> words = stub.getParameters();
        stub.putPrivateData(words.get(0), words.get(1), stub.getTransient().get(VALUE));
        return ResponseUtils.newSuccessResponse();
    }

    /**
     * Serves until the process ends.
     *
     * @param args the certificate file of the authority whose certificates the peer uses towards this service
     * @throws IOException if the address or a file cannot be used
     * @throws InterruptedException if the process is asked to end
     * @throws URISyntaxException if the address is none
     */
    public static void main(String[] args) throws IOException, InterruptedException, URISyntaxException {
        ContractRouter router = new ContractRouter(new String[0]);
        Logging.setLogLevel("WARN");
        ChaincodeServerProperties properties = router.getChaincodeServerConfig();
        properties.setTrustCertCollectionFile(args[0]);
        router.startRouterWithChaincodeServer(
                new WarmServer(router, new NettyChaincodeServer(new PlainContractMain(router), properties)));
    }
}
