package org.entente.embedded.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/**
 * An envelope with its headers parsed.
 *
 * @param envelope the envelope
 * @param payload its payload
 * @param channel the channel header
 * @param signature the signature header
 */
public record EnvelopeHeaders(Envelope envelope, Payload payload, ChannelHeader channel, SignatureHeader signature) {
    /**
     * Parses an envelope.
     *
     * @param bytes an encoded envelope
     * @return its headers, or empty when any part is malformed or absent
     */
    public static Optional<EnvelopeHeaders> parse(ByteString bytes) {
        try {
            return parse(Envelope.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    /**
     * Parses an envelope's headers.
     *
     * @param envelope an envelope
     * @return its headers, or empty when any part is malformed or absent
     */
    public static Optional<EnvelopeHeaders> parse(Envelope envelope) {
        try {
            Payload payload = Payload.parseFrom(envelope.getPayload());
            if (!payload.hasHeader()) {
                return Optional.empty();
            }
            return Optional.of(new EnvelopeHeaders(
                    envelope,
                    payload,
                    ChannelHeader.parseFrom(payload.getHeader().getChannelHeader()),
                    SignatureHeader.parseFrom(payload.getHeader().getSignatureHeader())));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }
}
