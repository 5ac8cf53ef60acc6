package org.entente.fabric.layout;

import java.nio.file.Path;

/**
 * Where one member's files stand. Everything except {@link #msp()} and certificates is the member's own and leaves its
 * machines never.
 *
 * @param folder of the member
 */
public record MemberLayout(Path folder) {
    /**
     * The member's authority, with its keys.
     *
     * @return a folder of {@link org.entente.certs.agency.AgencyCa#save}
     */
    public Path authority() {
        return folder.resolve("ca");
    }

    /**
     * The password of the authority's key files.
     *
     * @return a file that only its owner reads
     */
    public Path authorityPassword() {
        return folder.resolve("ca.password");
    }

    /**
     * The public MSP, which the other members put into the channel.
     *
     * @return a folder
     */
    public Path msp() {
        return folder.resolve("msp");
    }

    /**
     * A node or client.
     *
     * @param name {@code peer}, {@code orderer}, {@code admin}, {@code client}, {@code chaincode} or {@code database}
     * @return its folders
     */
    public NodeLayout node(String name) {
        return new NodeLayout(folder.resolve(name));
    }

    /**
     * The package that the member's peer installs.
     *
     * @return {@code .tar.gz}; it holds a key of the peer's
     */
    public Path chaincodePackage() {
        return folder.resolve("chaincode").resolve("entente.tar.gz");
    }

    /**
     * How the member's API reaches its peer.
     *
     * @return Java properties
     */
    public Path connection() {
        return folder.resolve("connection.properties");
    }
}
