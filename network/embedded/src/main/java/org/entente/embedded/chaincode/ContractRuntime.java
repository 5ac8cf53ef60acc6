package org.entente.embedded.chaincode;

import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.hyperledger.fabric.contract.ContractRouter;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeServer;

/**
 * The shim's own router over every contract on the class path, one for the process. The shim writes arguments to its log
 * at INFO, so its loggers are held at WARNING before the first call.
 */
public final class ContractRuntime {
    // a logger that nobody holds may be collected and come back with its default level; the router's constructor sets
    // the packages' levels, so the classes that talk have their own
    private static final List<Logger> QUIET = Stream.of(
                    "org.hyperledger.fabric",
                    "org.hyperledger.fabric.contract",
                    "org.hyperledger.fabric.contract.ContractRouter",
                    "org.hyperledger.fabric.metrics.Metrics",
                    "org.hyperledger.fabric.shim",
                    "org.hyperledger.fabric.shim.ChaincodeBase",
                    "org.hyperledger.fabric.traces.Traces",
                    "org.hyperledger.Performance")
            .map(Logger::getLogger)
            .toList();

    private ContractRuntime() {}

    /**
     * The router. The first call looks for contracts, which takes about a second.
     *
     * @return the chaincode that every member runs unless told otherwise
     */
    public static Chaincode router() {
        return Holder.ROUTER;
    }

    private static ContractRouter start() {
        quieten();
        ContractRouter router = new ContractRouter(new String[] {"-i", "entente:1.0"});
        quieten();
        try {
            router.startRouterWithChaincodeServer(new NoServer());
        } catch (IOException e) {
            throw new IllegalStateException("the contract router does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the contract router starts", e);
        }
        return router;
    }

    private static void quieten() {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }

    private static final class Holder {
        static final ContractRouter ROUTER = start();
    }

    /** The router is called directly: nothing needs to listen. */
    private static final class NoServer implements ChaincodeServer {
        @Override
        public void start() {}

        @Override
        public void stop() {}
    }
}
