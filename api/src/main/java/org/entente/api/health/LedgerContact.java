package org.entente.api.health;

import io.grpc.Attributes;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientStreamTracer;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether this instance has contact with the member's own peer: it sees every call to it. A stream of blocks on which
 * nothing comes is contact too, since a connection that died is noticed by gRPC's own pings.
 */
@Component
public final class LedgerContact implements ClientInterceptor {
    /** A stream that a peer opens and ends at once is no contact. */
    private static final Duration PROVEN = Duration.ofSeconds(1);

    /** Streams end now and then, and are opened again; that is no absence. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final InstantSource clock;
    private final Map<ClientStreamTracer, Instant> open = new HashMap<>();
    private Optional<Instant> ended = Optional.empty();

    LedgerContact(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return next.newCall(method, options.withStreamTracerFactory(new ClientStreamTracer.Factory() {
            @Override
            public ClientStreamTracer newClientStreamTracer(ClientStreamTracer.StreamInfo info, Metadata headers) {
                return new Watching();
            }
        }));
    }

    /** The last moment at which there was contact, as far as this instance knows: now, while there is. */
    synchronized Optional<Instant> last() {
        Instant now = clock.instant();
        return isProven(now) ? Optional.of(now) : ended;
    }

    /** Whether there is contact, short pauses aside. */
    synchronized boolean isHeld() {
        Instant now = clock.instant();
        return isProven(now)
                || ended.filter(end -> end.plus(PAUSE).isAfter(now)).isPresent();
    }

    private boolean isProven(Instant now) {
        return open.values().stream().anyMatch(since -> !since.plus(PROVEN).isAfter(now));
    }

    private synchronized void opened(ClientStreamTracer stream) {
        open.put(stream, clock.instant());
    }

    private synchronized void answered() {
        ended = Optional.of(clock.instant());
    }

    private synchronized void closed(ClientStreamTracer stream) {
        Instant now = clock.instant();
        if (isProven(now)) {
            ended = Optional.of(now);
        }
        open.remove(stream);
    }

    /** Tells when a call got hold of a connection, and when it lost it. */
    private final class Watching extends ClientStreamTracer {
        @Override
        public void streamCreated(Attributes connection, Metadata headers) {
            opened(this);
        }

        @Override
        public void inboundMessage(int number) {
            answered();
        }

        @Override
        public void streamClosed(Status status) {
            closed(this);
        }
    }
}
