package org.entente.conformance.suite;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.entente.conformance.client.Client;
import org.entente.conformance.network.NetworkUnderTest;
import org.entente.conformance.observe.Observation;
import org.entente.conformance.observe.Observed;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** What all tests of the suite share. They run one after the other on one network. */
@ExtendWith(ConformanceTest.Closing.class)
public abstract class ConformanceTest {
    /** Has JUnit close the network after the last test. */
    static final class Closing implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            context.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .computeIfAbsent("network", key -> SharedNetwork.open(), SharedNetwork.class);
        }
    }

    /** What is asked. */
    public static NetworkUnderTest network() {
        return SharedNetwork.open().network();
    }

    /** A member's node. */
    public static Client client(String member) {
        return SharedNetwork.open().client(member);
    }

    /** A member's administrator. */
    public static Client administrator(String member) {
        return SharedNetwork.open().administrator(member);
    }

    /** Ends all connections, before peers are replaced. */
    public static void closeClients() {
        SharedNetwork.open().closeClients();
    }

    /** A key of this run alone. */
    public static String key(String name) {
        return "conformance/" + SharedNetwork.open().run() + "/" + name;
    }

    /** Asks, and lays the answer beside the one that stands in the file. */
    public static Observed observe(String name, String step, Observation.Asking asking) {
        return SharedNetwork.open().saw(name, Observation.of(step, asking));
    }

    /** Waits until a condition holds, for a minute at most. */
    public static void await(String what, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("did not happen within a minute: " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(50).toNanos());
        }
    }
}
