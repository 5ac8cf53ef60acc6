package org.entente.embedded.simulate;

import com.google.protobuf.ByteString;
import java.util.Map;

/**
 * What an execution did.
 *
 * @param publicSet the encoded read-write set that everybody sees, with the hashes of the private ones
 * @param privateSets for each collection written, the encoded private set
 * @param footprint what decides whose endorsement it needs
 */
public record SimulationResult(ByteString publicSet, Map<String, ByteString> privateSets, Footprint footprint) {
    /** Copies the map. */
    public SimulationResult {
        privateSets = Map.copyOf(privateSets);
    }
}
