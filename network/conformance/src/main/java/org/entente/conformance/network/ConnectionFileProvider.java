package org.entente.conformance.network;

import java.nio.file.Path;

/** Finds a network that runs already, by a connection file: {@code connection:} and its path. */
public final class ConnectionFileProvider implements NetworkProvider {
    private static final String PREFIX = "connection:";

    /** Made by {@link java.util.ServiceLoader}. */
    public ConnectionFileProvider() {}

    @Override
    public boolean knows(String name) {
        return name.startsWith(PREFIX);
    }

    @Override
    public NetworkUnderTest open(String name) {
        return new ConnectedNetwork(ConnectionFile.read(Path.of(name.substring(PREFIX.length()))));
    }
}
