package org.entente.embedded.deliver;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.embedded.block.EnvelopeHeaders;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.identity.Identity;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekPosition;

/**
 * A reader's wish for blocks, checked.
 *
 * @param reader who reads
 * @param start the first block
 * @param stop the last block, {@link Long#MAX_VALUE} for no end
 * @param failsIfNotReady whether to end at the chain's end instead of waiting
 */
record Seek(Identity reader, long start, long stop, boolean failsIfNotReady) {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    /** What came of a request. */
    sealed interface Outcome {
        record Granted(Seek seek) implements Outcome {}

        record Refused(Status status) implements Outcome {}
    }

    static Outcome of(Envelope envelope, Channel channel, long height, ReaderAccess access) {
        Optional<EnvelopeHeaders> headers = EnvelopeHeaders.parse(envelope).filter(found -> isTimely(found, access));
        if (headers.isEmpty()) {
            return new Outcome.Refused(Status.BAD_REQUEST);
        }
        if (!headers.get().channel().getChannelId().equals(channel.name())) {
            return new Outcome.Refused(Status.NOT_FOUND);
        }
        SeekInfo info;
        try {
            info = SeekInfo.parseFrom(headers.get().payload().getData());
        } catch (InvalidProtocolBufferException e) {
            return new Outcome.Refused(Status.BAD_REQUEST);
        }
        Optional<Identity> reader = access.reader(
                        headers.get().signature().getCreator(), envelope.getPayload(), envelope.getSignature())
                .filter(found -> !access.isExpired(found));
        return reader.isEmpty() ? new Outcome.Refused(Status.FORBIDDEN) : of(info, reader.get(), height);
    }

    private static Outcome of(SeekInfo info, Identity reader, long height) {
        if (!info.hasStart() || !info.hasStop()) {
            return new Outcome.Refused(Status.BAD_REQUEST);
        }
        long start = position(info.getStart(), height);
        if (start < 0 || start > height) {
            return new Outcome.Refused(Status.NOT_FOUND);
        }
        long stop = info.getStop().equals(info.getStart())
                        && info.getStop().getTypeCase() != SeekPosition.TypeCase.SPECIFIED
                ? start
                : stop(info.getStop(), start, height);
        return stop < start
                ? new Outcome.Refused(Status.BAD_REQUEST)
                : new Outcome.Granted(
                        new Seek(reader, start, stop, info.getBehavior() == SeekInfo.SeekBehavior.FAIL_IF_NOT_READY));
    }

    private static long position(SeekPosition position, long height) {
        return switch (position.getTypeCase()) {
            case OLDEST -> 0;
            case NEWEST -> height - 1;
            case SPECIFIED -> position.getSpecified().getNumber();
            case NEXT_COMMIT -> height;
            case TYPE_NOT_SET -> -1;
        };
    }

    private static long stop(SeekPosition position, long start, long height) {
        return switch (position.getTypeCase()) {
            case OLDEST -> start;
            case NEWEST -> Math.max(start, height - 1);
            // an unsigned number beyond all blocks, such as a client's "no end"
            case SPECIFIED ->
                position.getSpecified().getNumber() < 0
                        ? Long.MAX_VALUE
                        : position.getSpecified().getNumber();
            case NEXT_COMMIT, TYPE_NOT_SET -> Long.MAX_VALUE;
        };
    }

    private static boolean isTimely(EnvelopeHeaders headers, ReaderAccess access) {
        if (!headers.channel().hasTimestamp()) {
            return false;
        }
        var stamp = headers.channel().getTimestamp();
        try {
            Instant then = Instant.ofEpochSecond(stamp.getSeconds(), stamp.getNanos());
            return Duration.between(then, access.clock().instant()).abs().compareTo(WINDOW) <= 0;
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }
}
