package org.entente.embedded.gateway;

import com.google.protobuf.Any;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** Errors as a gateway sends them: a status, a message, and for each peer involved what it said. */
final class GatewayErrors {
    private GatewayErrors() {}

    static StatusRuntimeException of(Status.Code code, String message) {
        return of(code, message, List.of());
    }

    static StatusRuntimeException of(Status.Code code, String message, List<ErrorDetail> details) {
        com.google.rpc.Status.Builder status =
                com.google.rpc.Status.newBuilder().setCode(code.value()).setMessage(message);
        details.forEach(detail -> status.addDetails(Any.pack(detail)));
        return StatusProto.toStatusRuntimeException(status.build());
    }
}
