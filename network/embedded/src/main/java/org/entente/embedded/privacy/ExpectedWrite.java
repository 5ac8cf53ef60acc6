package org.entente.embedded.privacy;

import com.google.protobuf.ByteString;

/**
 * A private write that a block announces by its hash.
 *
 * @param ref where it stands
 * @param transactionId the transaction
 * @param hash SHA-256 of the encoded private read-write set
 */
public record ExpectedWrite(PrivateWriteRef ref, String transactionId, ByteString hash) {}
