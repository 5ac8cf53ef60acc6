package org.entente.embedded.gateway;

import io.grpc.Status;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.endorse.Proposal;

/**
 * What a gateway answers about a channel or chaincode that is not here, before it asks any peer (Fabric v3.1,
 * internal/pkg/gateway/registry.go; the causes are discovery's own).
 */
final class Addressing {
    private final Channel channel;

    Addressing(Channel channel) {
        this.channel = channel;
    }

    /** Whether any peer runs the chaincode that the proposal names. */
    boolean isKnown(Proposal proposal) {
        return isKnown(proposal.channel().getChannelId()) && chaincode(proposal).equals(channel.chaincode());
    }

    boolean isKnown(String name) {
        return name.equals(channel.name());
    }

    RuntimeException unknownChannel(Status.Code code, String name) {
        return GatewayErrors.of(
                code, "failed to get config for channel [" + name + "]: could not get last config for channel " + name);
    }

    RuntimeException notEndorsed(Proposal proposal) {
        return GatewayErrors.of(
                Status.Code.FAILED_PRECONDITION,
                proposal.hasTransient()
                        ? "no endorsers found in the gateway's organization; retry specifying endorsing organization(s)"
                                + " to protect transient data"
                        : "no combination of peers can be derived which satisfy the endorsement policy: No metadata was"
                                + " found for chaincode " + chaincode(proposal) + " in channel "
                                + proposal.channel().getChannelId());
    }

    private static String chaincode(Proposal proposal) {
        return proposal.spec().getChaincodeId().getName();
    }
}
