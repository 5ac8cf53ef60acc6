package org.entente.conformance.network;

import java.util.List;
import java.util.ServiceLoader;

/** Knows one kind of network. Found by {@link ServiceLoader}. */
public interface NetworkProvider {
    /** The system property that names the network: {@code embedded}, or {@code connection:} and a file. */
    String PROPERTY = "entente.conformance.network";

    /**
     * Whether this provider knows the network.
     *
     * @param name the value of {@link #PROPERTY}
     * @return true if {@link #open} opens it
     */
    boolean knows(String name);

    /**
     * Starts or finds the network.
     *
     * @param name the value of {@link #PROPERTY}
     * @return the running network
     */
    NetworkUnderTest open(String name);

    /**
     * The network that {@link #PROPERTY} names, or the embedded one.
     *
     * @return the running network
     * @throws IllegalArgumentException if nobody knows it
     */
    static NetworkUnderTest openConfigured() {
        String name = System.getProperty(PROPERTY, "embedded");
        List<NetworkProvider> providers = ServiceLoader.load(NetworkProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.knows(name))
                .toList();
        if (providers.size() != 1) {
            throw new IllegalArgumentException(providers.size() + " providers know the network " + name);
        }
        return providers.getFirst().open(name);
    }
}
