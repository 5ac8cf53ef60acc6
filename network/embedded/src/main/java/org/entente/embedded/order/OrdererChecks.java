package org.entente.embedded.order;

import java.time.Clock;
import java.util.Optional;
import org.entente.embedded.block.EnvelopeHeaders;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.identity.Identity;
import org.entente.embedded.identity.Members;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Status;

/** What an orderer checks: not what a transaction does, but that a member's client signed it and that it fits. */
final class OrdererChecks {
    private static final String DENIED = "implicit policy evaluation failed - 0 sub-policies were satisfied, but this"
            + " policy requires 1 of the 'Writers' sub-policies to be satisfied: permission denied";

    private final Channel channel;
    private final Members members;
    private final int absoluteBytes;
    private final Clock clock;

    OrdererChecks(Channel channel, Members members, int absoluteBytes, Clock clock) {
        this.channel = channel;
        this.members = members;
        this.absoluteBytes = absoluteBytes;
        this.clock = clock;
    }

    Optional<Receipt> refuse(Envelope envelope) {
        Optional<EnvelopeHeaders> parsed = EnvelopeHeaders.parse(envelope);
        if (parsed.isEmpty()) {
            return refusal(Status.BAD_REQUEST, "message payload or header is malformed");
        }
        EnvelopeHeaders headers = parsed.get();
        if (!headers.channel().getChannelId().equals(channel.name())) {
            return refusal(
                    Status.NOT_FOUND,
                    "channel does not exist: " + headers.channel().getChannelId());
        }
        if (headers.channel().getType() == HeaderType.CONFIG_VALUE
                || headers.channel().getType() == HeaderType.CONFIG_UPDATE_VALUE) {
            return refusal(Status.BAD_REQUEST, "the embedded network's configuration does not change");
        }
        int size = envelope.getSerializedSize();
        if (size > absoluteBytes) {
            return refusal(
                    Status.BAD_REQUEST,
                    "message payload is " + size + " bytes and exceeds maximum allowed " + absoluteBytes + " bytes");
        }
        return refuseCreator(headers);
    }

    private Optional<Receipt> refuseCreator(EnvelopeHeaders headers) {
        Optional<Identity> creator = members.identifyValid(headers.signature().getCreator());
        if (creator.filter(known -> known.isExpired(clock.instant())).isPresent()) {
            return refusal(Status.BAD_REQUEST, "message client identity expired");
        }
        boolean signed = creator.filter(known -> known.verifies(
                        headers.envelope().getPayload(), headers.envelope().getSignature()))
                .isPresent();
        return signed ? Optional.empty() : refusal(Status.FORBIDDEN, DENIED);
    }

    private static Optional<Receipt> refusal(Status status, String info) {
        return Optional.of(Receipt.refused(status, info));
    }
}
