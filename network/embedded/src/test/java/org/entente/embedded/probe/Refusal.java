package org.entente.embedded.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.Assertions;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** What the gateway said when it refused. */
public record Refusal(Status.Code code, String description, List<ErrorDetail> details) {
    /** An action that refuses or fails to commit. */
    @FunctionalInterface
    public interface Action {
        /** Does it. */
        void run() throws GatewayException, CommitException;
    }

    /** The refusal of an action, which must refuse. */
    public static Refusal of(Action action) {
        GatewayException refused = Assertions.catchThrowableOfType(GatewayException.class, action::run);
        assertThat(refused).as("a refusal").isNotNull();
        return new Refusal(
                refused.getStatus().getCode(),
                String.valueOf(refused.getStatus().getDescription()),
                refused.getDetails());
    }

    /** The verdict on a transaction that must not be valid. */
    public static TxValidationCode verdict(Action action) {
        CommitException invalid = Assertions.catchThrowableOfType(CommitException.class, action::run);
        assertThat(invalid).as("an invalid transaction").isNotNull();
        return invalid.getCode();
    }

    /** Waits until a condition holds. */
    public static void await(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
