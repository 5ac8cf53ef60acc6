package org.entente.conformance.chaincode;

import java.io.IOException;
import java.net.URISyntaxException;
import org.entente.contract.service.HealthPort;
import org.hyperledger.fabric.Logging;
import org.hyperledger.fabric.contract.ContractRouter;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/** Serves {@link HostileContract} to one peer of a test network, with the settings that the contract's own program takes. */
public final class HostileMain extends ChaincodeBase {
    private final HostileContract contract;

    private HostileMain(ContractRouter honest) {
        this.contract = new HostileContract(honest);
        processEnvironmentOptions();
        getChaincodeConfig();
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return contract.init(stub);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        return contract.invoke(stub);
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
        HealthPort.openIfNamed();
        // The router finds the honest contracts, and serves what it is given.
        router.startRouterWithChaincodeServer(new NettyChaincodeServer(new HostileMain(router), properties));
    }
}
