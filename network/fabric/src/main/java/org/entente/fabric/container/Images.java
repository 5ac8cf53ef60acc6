package org.entente.fabric.container;

/** The images that containers run, each by its exact version. Entente's own two are built from the Dockerfiles of their modules. */
public final class Images {
    /** Earlier ones lose a peer to a slow range query (release notes of 3.1.5). */
    public static final String PEER = "hyperledger/fabric-peer:3.1.5";

    /** As the peer. */
    public static final String ORDERER = "hyperledger/fabric-orderer:3.1.5";

    /** The version that the tests run. */
    public static final String POSTGRESQL = "postgres:18.6";

    /** The contract's service. */
    static final String CONTRACT = "entente/contract";

    /** The service of a member. */
    static final String API = "entente/api";

    private Images() {}
}
