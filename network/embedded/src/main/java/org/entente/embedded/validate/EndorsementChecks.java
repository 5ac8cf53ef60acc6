package org.entente.embedded.validate;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.channel.PrivateCollection;
import org.entente.embedded.policy.SignaturePolicies;
import org.entente.embedded.rwset.NamespaceRwSet;
import org.entente.embedded.simulate.Footprint;
import org.entente.embedded.state.HashedKey;
import org.entente.embedded.state.Versioned;
import org.entente.embedded.state.WorldState;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWriteHash;

/**
 * Whether each write has the endorsements that it needs: a key's own policy, else its collection's, else the chaincode's.
 * One instance judges one block in order, because a changed key policy shuts the key for the rest of the block.
 */
final class EndorsementChecks {
    private final Channel channel;
    private final WorldState state;
    private final Set<HashedKey> changedPolicies = new HashSet<>();

    EndorsementChecks(Channel channel, WorldState state) {
        this.channel = channel;
        this.state = state;
    }

    boolean satisfies(Candidate candidate) {
        boolean checked = false;
        for (NamespaceRwSet set : candidate.sets()) {
            if (set.namespace().equals(channel.chaincode()) && set.writes()) {
                if (!satisfies(candidate, set)) {
                    return false;
                }
                checked = true;
            }
        }
        if (!checked && !SignaturePolicies.isSatisfied(channel.endorsement(), candidate.endorsers())) {
            return false;
        }
        candidate.sets().forEach(this::rememberPolicies);
        return true;
    }

    private boolean satisfies(Candidate candidate, NamespaceRwSet set) {
        boolean open = set.keyValues().getWritesList().stream().allMatch(write -> publicKey(candidate, write.getKey()))
                && set.keyValues().getMetadataWritesList().stream()
                        .allMatch(write -> publicKey(candidate, write.getKey()));
        return open && set.collections().stream().allMatch(collection -> collection(candidate, collection));
    }

    private boolean collection(Candidate candidate, NamespaceRwSet.CollectionRwSet set) {
        return set.hashed().getHashedWritesList().stream()
                        .allMatch(write -> privateKey(candidate, set.name(), write.getKeyHash()))
                && set.hashed().getMetadataWritesList().stream()
                        .allMatch(write -> privateKey(candidate, set.name(), write.getKeyHash()));
    }

    private boolean publicKey(Candidate candidate, String key) {
        return satisfied(candidate, publicName(key), state.get(key), Optional.of(channel.endorsement()));
    }

    private boolean privateKey(Candidate candidate, String collection, ByteString keyHash) {
        HashedKey key = new HashedKey(collection, keyHash);
        Optional<SignaturePolicyEnvelope> policy = channel.collection(collection)
                .map(PrivateCollection::endorsement)
                .map(own -> own.orElse(channel.endorsement()));
        return satisfied(candidate, key, state.hashed(key), policy);
    }

    private boolean satisfied(
            Candidate candidate,
            HashedKey name,
            Optional<Versioned> committed,
            Optional<SignaturePolicyEnvelope> fallback) {
        if (changedPolicies.contains(name)) {
            return false;
        }
        Optional<ByteString> own = committed.map(value -> value.metadata().get(Footprint.VALIDATION_PARAMETER));
        Optional<SignaturePolicyEnvelope> policy = own.isPresent() ? parse(own.get()) : fallback;
        return policy.filter(demanded -> SignaturePolicies.isSatisfied(demanded, candidate.endorsers()))
                .isPresent();
    }

    private static Optional<SignaturePolicyEnvelope> parse(ByteString policy) {
        try {
            return Optional.of(SignaturePolicyEnvelope.parseFrom(policy));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private void rememberPolicies(NamespaceRwSet set) {
        for (KVMetadataWrite write : set.keyValues().getMetadataWritesList()) {
            if (changesPolicy(write.getEntriesList())) {
                changedPolicies.add(publicName(write.getKey()));
            }
        }
        for (NamespaceRwSet.CollectionRwSet collection : set.collections()) {
            for (KVMetadataWriteHash write : collection.hashed().getMetadataWritesList()) {
                if (changesPolicy(write.getEntriesList())) {
                    changedPolicies.add(new HashedKey(collection.name(), write.getKeyHash()));
                }
            }
        }
    }

    private static boolean changesPolicy(Iterable<KVMetadataEntry> entries) {
        for (KVMetadataEntry entry : entries) {
            if (entry.getName().equals(Footprint.VALIDATION_PARAMETER)) {
                return true;
            }
        }
        return false;
    }

    /** Public keys in the same set as private ones: no collection has an empty name. */
    private static HashedKey publicName(String key) {
        return new HashedKey("", ByteString.copyFromUtf8(key));
    }
}
