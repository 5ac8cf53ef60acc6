package org.entente.embedded.gateway;

import com.google.protobuf.ByteString;
import io.grpc.Status;
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

    /** Refuses a request that no member's client signed, or that asks for another channel. */
    void checkReader(String channelId, ByteString creator, ByteString data, ByteString signature) {
        if (!channelId.equals(channel.name())
                || access.reader(creator, data, signature).isEmpty()) {
            throw GatewayErrors.of(Status.Code.PERMISSION_DENIED, ReaderAccess.DENIED);
        }
    }

    ErrorDetail detail(Peer peer, String message) {
        return ErrorDetail.newBuilder()
                .setAddress(addresses.getOrDefault(peer.member(), ""))
                .setMspId(peer.member().value())
                .setMessage(message)
                .build();
    }
}
