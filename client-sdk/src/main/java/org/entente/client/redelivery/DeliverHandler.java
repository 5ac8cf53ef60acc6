package org.entente.client.redelivery;

import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.entente.client.database.Database;
import org.entente.client.database.DatabaseFailure;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.jspecify.annotations.Nullable;

/** Answers partners. Whether bytes do not exist or are another member's cannot be told from the answer. */
final class DeliverHandler implements ServerCallHandler<byte[], byte[]> {
    private final Database database;
    private final MemberId self;
    private final MemberTrust trust;
    private final Refusals refusals;
    private final Map<MemberId, CallerLimits> limits = new ConcurrentHashMap<>();

    DeliverHandler(Database database, MemberId self, MemberTrust trust, Refusals refusals) {
        this.database = database;
        this.self = self;
        this.trust = trust;
        this.refusals = refusals;
    }

    @Override
    public ServerCall.Listener<byte[]> startCall(ServerCall<byte[], byte[]> call, Metadata headers) {
        Optional<MemberId> caller = caller(call);
        if (caller.isEmpty()) {
            // The handshake let it in a moment ago; its time may have ended since.
            return refuse(call, Status.PERMISSION_DENIED, RedeliveryCode.REDELIVERY_CALLER_REFUSED, "a caller");
        }
        CallerLimits own = limits.computeIfAbsent(caller.get(), member -> new CallerLimits());
        if (!own.enter(System.nanoTime())) {
            return refuse(
                    call,
                    Status.RESOURCE_EXHAUSTED,
                    RedeliveryCode.REDELIVERY_TOO_MANY,
                    caller.get().value());
        }
        call.request(2);
        return new Answering(call, caller.get(), own);
    }

    private Optional<MemberId> caller(ServerCall<byte[], byte[]> call) {
        SSLSession session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        try {
            return session != null && session.getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? Optional.of(trust.memberOf(certificate))
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException | RefusedCertificate e) {
            return Optional.empty();
        }
    }

    private ServerCall.Listener<byte[]> refuse(
            ServerCall<byte[], byte[]> call, Status status, RedeliveryCode code, String whose) {
        refusals.note(code, whose);
        close(call, status, code);
        return new ServerCall.Listener<>() {};
    }

    private static void close(ServerCall<byte[], byte[]> call, Status status, RedeliveryCode code) {
        Metadata trailers = new Metadata();
        trailers.put(Protocol.CODE, code.name());
        call.close(status.withDescription(code.title()), trailers);
    }

    /** One call. The library never calls two of its methods at once. */
    private final class Answering extends ServerCall.Listener<byte[]> {
        private final ServerCall<byte[], byte[]> call;
        private final MemberId caller;
        private final CallerLimits own;
        private final AtomicBoolean left = new AtomicBoolean();
        private int requests;
        private byte @Nullable [] request;

        Answering(ServerCall<byte[], byte[]> call, MemberId caller, CallerLimits own) {
            this.call = call;
            this.caller = caller;
            this.own = own;
        }

        @Override
        public void onMessage(byte[] message) {
            requests++;
            request = message;
        }

        @Override
        public void onHalfClose() {
            byte[] asked = request;
            if (requests != 1 || asked == null || asked.length != Protocol.HASH_BYTES) {
                refuse(call, Status.INVALID_ARGUMENT, RedeliveryCode.REDELIVERY_REQUEST_MALFORMED, caller.value());
                return;
            }
            try {
                Optional<byte[]> held = database.transaction(
                        connection -> HeldBytes.find(connection, new StreamId(self, caller), Digest.ofRaw(asked)));
                if (held.isEmpty()) {
                    close(call, Status.NOT_FOUND, RedeliveryCode.REDELIVERY_NOT_HELD);
                    return;
                }
                call.sendHeaders(new Metadata());
                call.sendMessage(held.get());
                call.close(Status.OK, new Metadata());
            } catch (DatabaseFailure e) {
                refuse(call, Status.UNAVAILABLE, RedeliveryCode.REDELIVERY_UNREACHABLE, "our own database");
            }
        }

        @Override
        public void onCancel() {
            leave();
        }

        @Override
        public void onComplete() {
            leave();
        }

        private void leave() {
            if (left.compareAndSet(false, true)) {
                own.leave();
            }
        }
    }
}
