package org.entente.conformance.embedded;

import org.entente.conformance.network.NetworkProvider;
import org.entente.conformance.network.NetworkUnderTest;

/** Starts an embedded network in a new folder. */
public final class EmbeddedProvider implements NetworkProvider {
    /** Made by {@link java.util.ServiceLoader}. */
    public EmbeddedProvider() {}

    @Override
    public boolean knows(String name) {
        return name.equals("embedded");
    }

    @Override
    public NetworkUnderTest open(String name) {
        return new EmbeddedUnderTest();
    }
}
