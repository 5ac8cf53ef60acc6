package org.entente.launcher.network;

import java.time.Instant;
import java.util.List;
import org.entente.fabric.config.NetworkFiles;
import org.entente.fabric.container.HelmValues;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.fabric.plan.NodeHosts;

/** Everything that the members' Helm charts take, and the keys for the secrets that they name. */
final class ClusterFiles {
    private final NetworkPlan plan;
    private final NetworkLayout layout;

    /**
     * The files of a network.
     *
     * @param plan what it is to be
     * @param layout where
     * @throws NetworkFailure if a member's host can be reached by nobody else
     */
    ClusterFiles(NetworkPlan plan, NetworkLayout layout) {
        this.plan = plan;
        this.layout = layout;
        List<String> local = plan.members().stream()
                .filter(NetworkMember::isLocal)
                .map(member -> member.id().value())
                .toList();
        if (!local.isEmpty()) {
            throw new NetworkFailure(
                    "others cannot reach these members' hosts: " + String.join(", ", local),
                    "Name in a members file under which host each member's cluster is reached.");
        }
    }

    /** Makes what is missing, and writes the rest again. */
    void write() {
        NetworkFiles.writeClustered(plan, layout, Instant.now());
        new HelmValues(plan, layout)
                .write(member -> new ContractService(member, layout.member(member.id()), List.of(), NodeHosts.CLUSTER)
                        .prepared());
    }
}
