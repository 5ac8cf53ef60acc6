package org.entente.contract.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.hyperledger.fabric.contract.ContractRouter;
import org.hyperledger.fabric.shim.ChaincodeServer;
import org.junit.jupiter.api.Test;

/** The calls of the rehearsal are those of a real caller: they pass. */
class RehearsalTest {
    @Test
    void every_call_passes() throws Exception {
        ContractRouter router = new ContractRouter(new String[] {"-i", "rehearsal:1"});
        router.startRouterWithChaincodeServer(new ChaincodeServer() {
            @Override
            public void start() {
                assertThat(new Rehearsal(router).run()).isPositive();
            }

            @Override
            public void stop() {
                // nothing serves
            }
        });
    }
}
