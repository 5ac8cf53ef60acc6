package org.entente.certs.x509;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a certificate's holder is in Fabric: the node OU in the subject (Fabric documentation, "Membership Service Providers"). */
public enum NodeRole {
    /** An application or an officer. */
    CLIENT("client"),
    /** A node that endorses and keeps the ledger. */
    PEER("peer"),
    /** A node that orders transactions. */
    ORDERER("orderer"),
    /** An administrator of the member. */
    ADMIN("admin");

    private final String organizationalUnit;

    NodeRole(String organizationalUnit) {
        this.organizationalUnit = organizationalUnit;
    }

    /**
     * The organizational unit that stands for the role.
     *
     * @return lower case, as in {@code config.yaml}
     */
    public String organizationalUnit() {
        return organizationalUnit;
    }

    /**
     * The role an organizational unit stands for.
     *
     * @param organizationalUnit the text; Fabric compares it exactly, case included
     * @return the role, or empty for any other unit
     */
    public static Optional<NodeRole> of(String organizationalUnit) {
        for (NodeRole role : values()) {
            if (role.organizationalUnit.equals(organizationalUnit)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /**
     * All roles that a subject names, in its order, repetitions included: a valid identity has exactly one.
     *
     * @param subject a certificate's subject
     * @return the roles
     */
    public static List<NodeRole> in(Subject subject) {
        List<NodeRole> roles = new ArrayList<>();
        subject.organizationalUnits().forEach(unit -> of(unit).ifPresent(roles::add));
        return List.copyOf(roles);
    }
}
