package org.entente.client.redelivery;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * One unary gRPC call: the request is the 32 bytes of a SHA-256 digest, the answer is the value that has it, both without
 * any wrapping. Who asks stands in the TLS certificate alone.
 */
final class Protocol {
    static final int HASH_BYTES = 32;

    /** A batch has 3 MiB at most; but readers keep whatever a hostile author had its peer write, which can be more. */
    static final int LARGEST_VALUE = 16 << 20;

    static final MethodDescriptor<byte[], byte[]> DELIVER = MethodDescriptor.<byte[], byte[]>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(MethodDescriptor.generateFullMethodName("entente.redelivery.v1.Redelivery", "Deliver"))
            .setRequestMarshaller(new Bytes())
            .setResponseMarshaller(new Bytes())
            .setIdempotent(true)
            .setSafe(true)
            .build();

    /** Tells our own refusals from those of the gRPC library. */
    static final Metadata.Key<String> CODE = Metadata.Key.of("entente-code", Metadata.ASCII_STRING_MARSHALLER);

    private Protocol() {}

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
