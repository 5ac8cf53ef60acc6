package org.entente.embedded.state;

import com.google.protobuf.ByteString;
import java.util.Map;

/**
 * A committed value.
 *
 * @param value the bytes; in the hashed state the hash of the private value
 * @param metadata named metadata of the key, such as its validation parameter
 * @param version where it was written
 */
public record Versioned(ByteString value, Map<String, ByteString> metadata, Version version) {
    /** Copies the metadata. */
    public Versioned {
        metadata = Map.copyOf(metadata);
    }
}
