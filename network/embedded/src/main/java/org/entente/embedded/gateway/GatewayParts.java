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
        if (!channelId.equals(channel.name())) {
            throw GatewayErrors.of(
                    Status.Code.PERMISSION_DENIED, "Failed to get policy manager for channel [" + channelId + "]");
        }
        if (access.reader(creator, data, signature).isEmpty()) {
            throw GatewayErrors.of(
                    Status.Code.PERMISSION_DENIED,
                    "Failed evaluating policy on signed data during check policy on channel [" + channelId
                            + "] with policy [/Channel/Application/Readers]: [implicit policy evaluation failed - 0"
                            + " sub-policies were satisfied, but this policy requires 1 of the 'Readers' sub-policies to"
                            + " be satisfied]");
        }
    }

    /** What a gateway says of a peer that gave no answer: of its own the words, of another's also how they came. */
    ErrorDetail unanswered(Peer peer, Peer local, String message) {
        return detail(peer, peer == local ? message : "rpc error: code = Unknown desc = " + message);
    }

    ErrorDetail detail(Peer peer, String message) {
        return ErrorDetail.newBuilder()
                .setAddress(addresses.getOrDefault(peer.member(), ""))
                .setMspId(peer.member().value())
                .setMessage(message)
                .build();
    }
}
