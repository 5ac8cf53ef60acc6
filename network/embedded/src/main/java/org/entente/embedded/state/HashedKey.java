package org.entente.embedded.state;

import com.google.protobuf.ByteString;

/**
 * The name of a private value that everybody knows.
 *
 * @param collection the collection
 * @param keyHash SHA-256 of the key
 */
public record HashedKey(String collection, ByteString keyHash) {}
