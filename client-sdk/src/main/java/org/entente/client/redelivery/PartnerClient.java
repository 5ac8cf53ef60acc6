package org.entente.client.redelivery;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.entente.model.ledger.Digest;

/** Asks one partner. Whatever it answers, what comes out is bytes to be checked or one of our own codes. */
final class PartnerClient implements AutoCloseable {
    private static final int DEPTH = 12;

    private final ManagedChannel channel;
    private final Duration patience;

    PartnerClient(RedeliverySettings.Address address, KeyManagers key, MemberTrust trust, Duration patience) {
        this.channel = NettyChannelBuilder.forAddress(
                        address.host(),
                        address.port(),
                        TlsChannelCredentials.newBuilder()
                                .keyManager(key.all())
                                .trustManager(trust)
                                .build())
                .maxInboundMessageSize(Protocol.LARGEST_VALUE)
                .idleTimeout(1, TimeUnit.MINUTES)
                .build();
        this.patience = patience;
    }

    Answer ask(Digest hash) {
        // The caller decides when to try again.
        channel.resetConnectBackoff();
        try {
            return new Answer.Delivered(ClientCalls.blockingUnaryCall(
                    channel,
                    Protocol.DELIVER,
                    CallOptions.DEFAULT.withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS),
                    hash.raw()));
        } catch (StatusRuntimeException e) {
            return new Answer.None(code(e));
        }
    }

    private static RedeliveryCode code(StatusRuntimeException failure) {
        Metadata trailers = failure.getTrailers();
        boolean said = trailers != null && trailers.containsKey(Protocol.CODE);
        return switch (failure.getStatus().getCode()) {
            case NOT_FOUND -> RedeliveryCode.REDELIVERY_NOT_HELD;
            case PERMISSION_DENIED, UNAUTHENTICATED -> RedeliveryCode.REDELIVERY_CALLER_REFUSED;
            case DEADLINE_EXCEEDED -> RedeliveryCode.REDELIVERY_TOO_LATE;
            case RESOURCE_EXHAUSTED -> said ? RedeliveryCode.REDELIVERY_TOO_MANY : RedeliveryCode.REDELIVERY_TOO_LARGE;
            case UNAVAILABLE -> unavailable(failure.getStatus());
            default -> RedeliveryCode.REDELIVERY_ANSWER_MALFORMED;
        };
    }

    private static RedeliveryCode unavailable(Status status) {
        Throwable cause = status.getCause();
        boolean tls = false;
        for (int depth = 0; cause != null && depth < DEPTH; depth++, cause = cause.getCause()) {
            if (cause instanceof RefusedCertificate refused) {
                return refused.code();
            }
            tls |= cause instanceof SSLException;
        }
        return tls ? RedeliveryCode.REDELIVERY_CALLER_REFUSED : RedeliveryCode.REDELIVERY_UNREACHABLE;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
