package org.entente.embedded.chaincode;

import org.entente.embedded.channel.Channel;
import org.entente.embedded.channel.PrivateCollection;
import org.entente.embedded.identity.Identity;
import org.entente.embedded.simulate.SimulationException;

/** Whether the client that proposed may read and write a collection: {@code memberOnlyRead} and {@code memberOnlyWrite}. */
final class CollectionAccess {
    private final Channel channel;
    private final Identity creator;

    CollectionAccess(Channel channel, Identity creator) {
        this.channel = channel;
        this.creator = creator;
    }

    void requireRead(String collection) {
        require(collection, "read");
    }

    void requireWrite(String collection) {
        require(collection, "write");
    }

    SimulationException refusal(String reason) {
        return new SimulationException(reason);
    }

    private void require(String name, String right) {
        PrivateCollection collection = channel.collection(name)
                .orElseThrow(() -> refusal("collection " + channel.name() + "/" + channel.chaincode() + "/" + name
                        + " could not be found"));
        if (collection.memberOnly() && !collection.members().contains(creator.member())) {
            throw refusal("tx creator does not have " + right + " access permission on privatedata in chaincodeName:"
                    + channel.chaincode() + " collectionName: " + name);
        }
    }
}
