package org.entente.embedded.endorse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.model.member.MemberId;

/** All peers of the channel. */
public final class Peers implements AutoCloseable {
    private final Map<MemberId, Peer> peers = new LinkedHashMap<>();

    /**
     * The peers.
     *
     * @param all one for each member
     */
    public Peers(Collection<Peer> all) {
        all.forEach(peer -> peers.put(peer.member(), peer));
    }

    /**
     * A member's peer, there or not.
     *
     * @param member a member of the channel
     * @return its peer
     */
    public Peer of(MemberId member) {
        return Optional.ofNullable(peers.get(member))
                .orElseThrow(() -> new IllegalArgumentException("not a member of the channel: " + member));
    }

    /**
     * All peers, there or not.
     *
     * @return in the members' order
     */
    public List<Peer> all() {
        return List.copyOf(peers.values());
    }

    /**
     * The peers that are there.
     *
     * @return in the members' order
     */
    public List<Peer> up() {
        List<Peer> there = new ArrayList<>(peers.values());
        there.removeIf(peer -> !peer.isUp());
        return there;
    }

    @Override
    public void close() {
        peers.values().forEach(Peer::close);
    }
}
