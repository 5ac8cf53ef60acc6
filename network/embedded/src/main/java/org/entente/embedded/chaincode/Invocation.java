package org.entente.embedded.chaincode;

import org.entente.embedded.identity.Identity;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * What a chaincode is asked to do.
 *
 * @param channel the channel
 * @param chaincode the chaincode's name
 * @param transactionId the transaction
 * @param creator the client
 * @param input function and arguments
 * @param proposal the client's signed proposal, with transient data
 */
public record Invocation(
        String channel,
        String chaincode,
        String transactionId,
        Identity creator,
        ChaincodeInput input,
        SignedProposal proposal) {}
