package org.entente.conformance.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Keeps the marshalled bytes of every message and trailer that a client sends or receives, one after the other. */
public final class MessageCapture implements ClientInterceptor {
    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();

    /** Starts empty. */
    public MessageCapture() {}

    /**
     * All bytes so far.
     *
     * @return a copy
     */
    public synchronized byte[] bytes() {
        return captured.toByteArray();
    }

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<R> listener, Metadata headers) {
                super.start(
                        new SimpleForwardingClientCallListener<>(listener) {
                            @Override
                            public void onMessage(R message) {
                                keep(method.streamResponse(message));
                                super.onMessage(message);
                            }

                            @Override
                            public void onClose(Status status, Metadata trailers) {
                                keep(status, trailers);
                                super.onClose(status, trailers);
                            }
                        },
                        headers);
            }

            @Override
            public void sendMessage(Q message) {
                keep(method.streamRequest(message));
                super.sendMessage(message);
            }
        };
    }

    private synchronized void keep(InputStream message) {
        try (message) {
            message.transferTo(captured);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void keep(Status status, Metadata trailers) {
        captured.writeBytes(status.toString().getBytes(StandardCharsets.UTF_8));
        for (String name : trailers.keys()) {
            byte[] value = name.endsWith(Metadata.BINARY_HEADER_SUFFIX)
                    ? trailers.get(Metadata.Key.of(name, Metadata.BINARY_BYTE_MARSHALLER))
                    : bytes(trailers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
            captured.writeBytes(value == null ? new byte[0] : value);
        }
    }

    private static byte[] bytes(@org.jspecify.annotations.Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.US_ASCII);
    }
}
