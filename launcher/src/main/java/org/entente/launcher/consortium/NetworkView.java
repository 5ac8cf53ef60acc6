package org.entente.launcher.consortium;

import java.util.List;
import org.entente.certs.agency.AgencyCa;
import org.entente.embedded.EmbeddedNetwork;
import org.entente.embedded.Endpoint;
import org.entente.model.member.MemberId;

/** What stands around an embedded network, whether it runs in this process or in another. */
public interface NetworkView {
    /**
     * All members.
     *
     * @return in the order in which they were named
     */
    List<MemberId> members();

    /**
     * Where a member's peer is reached.
     *
     * @param member a member
     * @return its endpoint
     */
    Endpoint endpoint(MemberId member);

    /**
     * A member's authority; its key files are slow to open on purpose.
     *
     * @param member a member
     * @return its authority
     */
    AgencyCa authority(MemberId member);

    /**
     * A network in this process.
     *
     * @param network running
     * @return a view of it
     */
    static NetworkView of(EmbeddedNetwork network) {
        return new NetworkView() {
            @Override
            public List<MemberId> members() {
                return network.members();
            }

            @Override
            public Endpoint endpoint(MemberId member) {
                return network.endpoint(member);
            }

            @Override
            public AgencyCa authority(MemberId member) {
                return network.authority(member);
            }
        };
    }
}
