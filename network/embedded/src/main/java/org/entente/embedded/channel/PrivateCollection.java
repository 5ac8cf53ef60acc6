package org.entente.embedded.channel;

import java.util.Optional;
import java.util.Set;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/**
 * A private data collection of the chaincode.
 *
 * @param name its name, such as {@code AU-CN}
 * @param members who may hold and, if {@code memberOnly}, read and write the values
 * @param endorsement who must endorse a write; empty for the chaincode's own policy
 * @param memberOnly whether only clients of the members may read and write through the contract
 */
public record PrivateCollection(
        String name, Set<MemberId> members, Optional<SignaturePolicyEnvelope> endorsement, boolean memberOnly) {
    /** Refuses a collection without name or members. */
    public PrivateCollection {
        members = Set.copyOf(members);
        if (name.isEmpty() || members.isEmpty()) {
            throw new IllegalArgumentException("a collection needs a name and members");
        }
    }
}
