package org.entente.launcher.network;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.launcher.consortium.ConsortiumFailure;

/**
 * A network as it stands in its folder, or as it would be made there, for those who only look. Looking changes nothing and
 * takes none of Fabric's programs.
 *
 * @param plan its members
 * @param layout where its files stand, or would
 * @param isMade whether there is one in the folder
 * @param running the names of its processes that run, such as {@code peer.AU}
 */
public record NetworkInspection(NetworkPlan plan, NetworkLayout layout, boolean isMade, Set<String> running) {
    /** Copies what it is given. */
    public NetworkInspection {
        running = Set.copyOf(running);
    }

    /**
     * Looks at a network.
     *
     * @param data the folder of a network, or for one; the usual one if empty
     * @param members the file from which a new one would be made, the repository's if empty; not read where there is one
     * @return what is there
     * @throws ConsortiumFailure if the members file cannot be used; the message lists everything that is wrong with it
     */
    public static NetworkInspection of(Optional<Path> data, Optional<Path> members) {
        return RealNetwork.told(() -> {
            NetworkPlace place = NetworkPlace.of(data.orElse(null));
            NetworkPlan plan = place.plan(NetworkPlace.members(members.orElse(null)));
            Set<String> running = place.isTaken()
                    ? place.open().nodes().stream()
                            .filter(Node::isRunning)
                            .map(Node::name)
                            .collect(Collectors.toSet())
                    : Set.of();
            return new NetworkInspection(plan, place.layout(), place.isTaken(), running);
        });
    }

    /**
     * The version of Fabric's programs on the PATH.
     *
     * @return for example 3.1.5
     * @throws ConsortiumFailure if one is missing, or they are too old
     */
    public static String fabricVersion() {
        return RealNetwork.told(() -> FabricPrograms.find(RealNetwork.path()).version());
    }
}
