package org.entente.launcher.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.fabric.plan.Ordering;

/**
 * Who leads among the orderers.
 *
 * @param plan the network's
 */
record Orderers(NetworkPlan plan) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The one that says of itself that it leads, such as {@code orderer.AU}; waits while nobody does. */
    String leader() {
        AtomicReference<String> leader = new AtomicReference<>("");
        Await.until("an orderer leads", PATIENCE, () -> {
            find().ifPresent(leader::set);
            return !leader.get().isEmpty();
        });
        return leader.get();
    }

    private Optional<String> find() {
        String metric = plan.ordering() == Ordering.RAFT ? "consensus_etcdraft_is_leader" : "consensus_BFT_is_leader";
        return plan.orderers().stream()
                .filter(member -> leads(member, metric))
                .map(member -> "orderer." + member.id())
                .findFirst();
    }

    private boolean leads(NetworkMember member, String metric) {
        return Metrics.ofChannel(member.ordererOperationsPort(), plan.channel(), metric)
                        .orElse(0)
                == 1;
    }
}
