package org.entente.contract;

import java.io.IOException;
import java.net.URISyntaxException;
import org.entente.contract.service.HealthPort;
import org.entente.contract.service.LogLines;
import org.entente.contract.service.WarmServer;
import org.hyperledger.fabric.Logging;
import org.hyperledger.fabric.contract.ContractRouter;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/**
 * Runs the contract as a service of one peer (chaincode as a service). Address, package id and TLS files come from the
 * shim's own environment variables: {@code CHAINCODE_SERVER_ADDRESS}, {@code CORE_CHAINCODE_ID_NAME},
 * {@code CORE_PEER_TLS_ENABLED}, {@code CORE_TLS_CLIENT_KEY_FILE} and {@code CORE_TLS_CLIENT_CERT_FILE} (PEM). The shim asks
 * for three more, though it needs them only where it calls the peer: {@code CORE_TLS_CLIENT_KEY_PATH} and
 * {@code CORE_TLS_CLIENT_CERT_PATH}, files with the base64 of the same PEM in one line, and
 * {@code CORE_PEER_TLS_ROOTCERT_FILE}, any certificate as PEM. Without them it takes the peer's call and says nothing. The number of worker threads stands in {@code config.props}.
 *
 * <p>It rehearses before it listens. Where {@code CHAINCODE_HEALTH_ADDRESS} ({@code host:port}) is set, {@code GET /healthz}
 * there says whether it lives ({@link HealthPort}): restart it when that answers 503. {@code CHAINCODE_LOG_FORMAT=json}
 * makes its log one for machines ({@link LogLines}).
 */
public final class ContractMain {
    private ContractMain() {}

    /**
     * Serves until the process ends.
     *
     * @param args the certificate file of the authority whose certificates the peer uses towards this service; with it
     *     only that peer can connect, without it TLS is refused, since the peer would stay unknown
     * @throws IOException if the address or a file cannot be used
     * @throws InterruptedException if the process is asked to end
     * @throws URISyntaxException if the address is none
     */
    public static void main(String[] args) throws IOException, InterruptedException, URISyntaxException {
        ContractRouter router = new ContractRouter(new String[0]);
        // The router's constructor sets INFO, at which it logs every call with its arguments.
        Logging.setLogLevel("WARN");
        LogLines.useIfNamed();
        ChaincodeServerProperties properties = router.getChaincodeServerConfig();
        if (properties.isTlsEnabled()) {
            if (args.length != 1) {
                throw new IllegalArgumentException("name the certificate file of the peer's authority");
            }
            properties.setTrustCertCollectionFile(args[0]);
        }
        router.startRouterWithChaincodeServer(new WarmServer(router, new NettyChaincodeServer(router, properties)));
    }
}
