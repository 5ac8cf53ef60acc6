package org.entente.embedded.chaincode;

import java.util.Optional;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.Response;

/** How an execution ended. */
public sealed interface Outcome {
    /**
     * The contract answered, well or badly.
     *
     * @param response its response, with status
     * @param event the event it set
     */
    record Completed(Response response, Optional<ChaincodeEvent> event) implements Outcome {}

    /**
     * There is no answer from the contract.
     *
     * @param reason in a peer's words
     */
    record Failed(String reason) implements Outcome {}
}
