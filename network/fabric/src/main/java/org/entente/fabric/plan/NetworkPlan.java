package org.entente.fabric.plan;

import java.util.List;
import java.util.Optional;
import org.entente.model.member.MemberId;

/**
 * A whole network, from which everything else is made.
 *
 * @param channel the one channel
 * @param ordering how transactions get their order
 * @param blocks when a block is closed
 * @param members at least two, in the order of the file
 */
public record NetworkPlan(String channel, Ordering ordering, BlockCutting blocks, List<NetworkMember> members) {
    /** The name of the chaincode, which is also its namespace. */
    public static final String CHAINCODE = "entente";

    /** Keeps an unmodifiable copy. */
    public NetworkPlan {
        members = List.copyOf(members);
    }

    /**
     * Those who run an orderer.
     *
     * @return in the order of the file
     */
    public List<NetworkMember> orderers() {
        return members.stream().filter(NetworkMember::orders).toList();
    }

    /**
     * A member.
     *
     * @param id its code
     * @return the member, if it is one
     */
    public Optional<NetworkMember> member(MemberId id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }
}
