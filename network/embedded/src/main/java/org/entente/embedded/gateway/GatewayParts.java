package org.entente.embedded.gateway;

import java.util.Map;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.deliver.ReaderAccess;
import org.entente.embedded.endorse.Endorser;
import org.entente.embedded.endorse.Peer;
import org.entente.embedded.endorse.Peers;
import org.entente.embedded.identity.Members;
import org.entente.embedded.ledger.Ledger;
import org.entente.embedded.order.Orderer;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/**
 * What a gateway works with.
 *
 * @param channel the channel
 * @param members who can sign
 * @param peers all peers
 * @param endorser asks them
 * @param orderer takes transactions
 * @param ledger the chain
 * @param access who may read
 * @param addresses where each member's peer is reached
 */
public record GatewayParts(
        Channel channel,
        Members members,
        Peers peers,
        Endorser endorser,
        Orderer orderer,
        Ledger ledger,
        ReaderAccess access,
        Map<MemberId, String> addresses) {
    /** Copies the map. */
    public GatewayParts {
        addresses = Map.copyOf(addresses);
    }

    ErrorDetail detail(Peer peer, String message) {
        return ErrorDetail.newBuilder()
                .setAddress(addresses.getOrDefault(peer.member(), ""))
                .setMspId(peer.member().value())
                .setMessage(message)
                .build();
    }
}
