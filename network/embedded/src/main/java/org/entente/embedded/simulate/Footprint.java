package org.entente.embedded.simulate;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.peer.MetaDataKeys;

/** What an execution touched, as far as it decides whose endorsement it needs. */
public final class Footprint {
    /** The name under which a key's own endorsement policy stands in its metadata. */
    public static final String VALIDATION_PARAMETER = MetaDataKeys.VALIDATION_PARAMETER.name();

    private final List<SignaturePolicyEnvelope> keyPolicies = new ArrayList<>();
    private final Set<String> writtenWithoutKeyPolicy = new TreeSet<>();
    private final Set<String> readCollections = new TreeSet<>();
    private final Map<String, Boolean> written = new TreeMap<>();

    Footprint() {}

    void wrote(String collection, Map<String, ByteString> metadata) {
        written.put(collection, true);
        ByteString policy = metadata.get(VALIDATION_PARAMETER);
        if (policy == null) {
            writtenWithoutKeyPolicy.add(collection);
            return;
        }
        try {
            keyPolicies.add(SignaturePolicyEnvelope.parseFrom(policy));
        } catch (InvalidProtocolBufferException e) {
            throw new SimulationException("the policy of a key cannot be read");
        }
    }

    void readPrivate(String collection) {
        readCollections.add(collection);
    }

    /**
     * Policies of the written keys that have their own.
     *
     * @return one for each such write
     */
    public List<SignaturePolicyEnvelope> keyPolicies() {
        return List.copyOf(keyPolicies);
    }

    /**
     * Whether the chaincode's policy applies: a public key without own policy was written, or nothing was written at all.
     *
     * @return true when it must be satisfied
     */
    public boolean needsChaincodePolicy() {
        return written.isEmpty() || writtenWithoutKeyPolicy.contains("");
    }

    /**
     * Collections whose policy applies.
     *
     * @return those written without key policy and those read
     */
    public Set<String> collections() {
        Set<String> names = new TreeSet<>(writtenWithoutKeyPolicy);
        names.remove("");
        names.addAll(readCollections);
        return names;
    }

    /**
     * Collections whose values were read: only their members can endorse.
     *
     * @return their names
     */
    public Set<String> readCollections() {
        return Set.copyOf(readCollections);
    }
}
