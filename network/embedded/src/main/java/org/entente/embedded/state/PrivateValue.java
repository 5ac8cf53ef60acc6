package org.entente.embedded.state;

import com.google.protobuf.ByteString;

/**
 * A private value that a member holds.
 *
 * @param value the bytes
 * @param version where it was written
 */
public record PrivateValue(ByteString value, Version version) {}
