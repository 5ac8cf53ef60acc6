package org.entente.launcher.network;

import java.util.List;
import java.util.function.Consumer;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.launcher.consortium.AllAtOnce;

/**
 * What is to be done once a network's containers run: their administrators reach them by this machine's loopback address. Each
 * step finds what an earlier run did.
 */
final class ContainerDeployment {
    private final FabricNetwork network;

    ContainerDeployment(FabricNetwork network) {
        this.network = network;
    }

    void run(Consumer<String> told) {
        NetworkPlan plan = network.plan();
        told.accept("Fabric " + network.fabricVersion());
        network.genesis();
        told.accept("orderers join (" + plan.ordering() + ")");
        all(plan.orderers(), network::joinOrderer);
        told.accept("peers join");
        all(plan.members(), member -> network.administrator(member).join());
        told.accept("the contract is installed and approved by each member");
        all(plan.members(), member -> {
            network.administrator(member).install(network.service(member).packed());
            network.administrator(member).approve(network.service(member).packed());
        });
        network.administrator(plan.members().getFirst()).commit();
        all(plan.members(), member -> network.administrator(member).warm());
    }

    private static void all(List<NetworkMember> members, Consumer<NetworkMember> step) {
        AllAtOnce.run(members.stream()
                .map(member -> (Runnable) () -> step.accept(member))
                .toList());
    }
}
