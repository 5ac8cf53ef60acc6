package org.entente.embedded.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.embedded.policy.SignaturePolicies;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/**
 * The definition of the channel and its one chaincode.
 *
 * @param name the channel
 * @param chaincode the chaincode's name, which is also its namespace
 * @param version the chaincode's version
 * @param members all members, in order
 * @param collections the private data collections by name
 * @param endorsement the chaincode's endorsement policy
 */
public record Channel(
        String name,
        String chaincode,
        String version,
        List<MemberId> members,
        Map<String, PrivateCollection> collections,
        SignaturePolicyEnvelope endorsement) {

    /** Copies the lists. */
    public Channel {
        members = List.copyOf(members);
        collections = Map.copyOf(collections);
    }

    /**
     * Entente's channel: one collection for each ordered pair of members, written on the author's peer's word alone, and
     * public state by the majority.
     *
     * @param members all members
     * @return the definition
     */
    public static Channel entente(List<MemberId> members) {
        SortedMap<String, PrivateCollection> collections = new TreeMap<>();
        for (MemberId author : members) {
            for (MemberId audience : members) {
                if (!author.equals(audience)) {
                    PrivateCollection pair = pair(author, audience);
                    collections.put(pair.name(), pair);
                }
            }
        }
        return new Channel(
                "entente",
                "entente",
                "1.0",
                new ArrayList<>(members),
                collections,
                SignaturePolicies.majorityOfPeers(members));
    }

    private static PrivateCollection pair(MemberId author, MemberId audience) {
        return new PrivateCollection(
                author + "-" + audience,
                Set.of(author, audience),
                Optional.of(SignaturePolicies.atLeast(1, List.of(author), MSPRole.MSPRoleType.PEER)),
                true);
    }

    /**
     * A collection.
     *
     * @param collection its name
     * @return the collection, or empty
     */
    public Optional<PrivateCollection> collection(String collection) {
        return Optional.ofNullable(collections.get(collection));
    }

    /**
     * Whether a member may hold a collection's values.
     *
     * @param member the member
     * @param collection the collection's name
     * @return true for a member of an existing collection
     */
    public boolean holds(MemberId member, String collection) {
        PrivateCollection found = collections.get(collection);
        return found != null && found.members().contains(member);
    }
}
