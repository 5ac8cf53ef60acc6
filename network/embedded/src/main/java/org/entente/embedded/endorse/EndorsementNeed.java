package org.entente.embedded.endorse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.channel.PrivateCollection;
import org.entente.embedded.identity.Identity;
import org.entente.embedded.identity.Members;
import org.entente.embedded.policy.SignaturePolicies;
import org.entente.embedded.simulate.Footprint;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/** Whose endorsements a transaction needs, from what its first execution touched. */
public final class EndorsementNeed {
    private final List<SignaturePolicyEnvelope> policies = new ArrayList<>();
    private final Set<MemberId> eligible;
    private final Members members;

    /**
     * The need of a transaction.
     *
     * @param channel the channel
     * @param members who can sign
     * @param footprint what the first execution touched
     * @param confined whether only members of every collection touched may see the proposal, because it carries
     *     transient data
     */
    public EndorsementNeed(Channel channel, Members members, Footprint footprint, boolean confined) {
        this.members = members;
        this.eligible = new TreeSet<>(channel.members());
        policies.addAll(footprint.keyPolicies());
        if (footprint.needsChaincodePolicy()) {
            policies.add(channel.endorsement());
        }
        for (String name : footprint.collections()) {
            Optional<PrivateCollection> collection = channel.collection(name);
            policies.add(collection.flatMap(PrivateCollection::endorsement).orElse(channel.endorsement()));
            if (confined || footprint.readCollections().contains(name)) {
                eligible.retainAll(collection.map(PrivateCollection::members).orElse(Set.of()));
            }
        }
    }

    /**
     * The fewest peers that satisfy the need.
     *
     * @param available peers that may be asked
     * @param preferred the one to keep if it is of any use
     * @return the peers, the preferred one first, or empty when even all together do not suffice
     */
    public Optional<List<Peer>> choose(Collection<Peer> available, Peer preferred) {
        List<Peer> chosen = new ArrayList<>(available);
        chosen.removeIf(peer -> !eligible.contains(peer.member()));
        // whoever comes first is dropped first: chance spreads the work, and the preferred one goes last
        Collections.shuffle(chosen);
        if (chosen.remove(preferred)) {
            chosen.add(preferred);
        }
        if (!isSatisfiedBy(chosen)) {
            return Optional.empty();
        }
        for (Peer peer : List.copyOf(chosen)) {
            List<Peer> without = new ArrayList<>(chosen);
            without.remove(peer);
            if (isSatisfiedBy(without)) {
                chosen = without;
            }
        }
        return Optional.of(chosen.reversed());
    }

    private boolean isSatisfiedBy(Collection<Peer> peers) {
        List<Identity> identities = peers.stream()
                .flatMap(peer -> members.identifyValid(peer.identity().serialized()).stream())
                .toList();
        return !identities.isEmpty()
                && policies.stream().allMatch(policy -> SignaturePolicies.isSatisfied(policy, identities));
    }
}
