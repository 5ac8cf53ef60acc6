package org.entente.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.client.MemberNodeConfig;
import org.entente.client.ledger.BlockDecoder;
import org.entente.client.ledger.BlockStream;
import org.entente.client.ledger.Peer;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.peer.BlockAndPrivateData;

/** Every peer's chain of blocks, and what each peer made of it. */
final class Chains {
    private static final String HEIGHT = "ledger_blockchain_height";

    private final NetworkPlan plan;

    Chains(NetworkPlan plan) {
        this.plan = plan;
    }

    /** How many blocks each peer and each orderer says that it has. */
    Map<String, Long> heights() {
        Map<String, Long> heights = new TreeMap<>();
        for (NetworkMember member : plan.members()) {
            heights.put("peer." + member.id(), height(member.peerOperationsPort()));
        }
        for (NetworkMember member : plan.orderers()) {
            heights.put("orderer." + member.id(), height(member.ordererOperationsPort()));
        }
        return heights;
    }

    private long height(int port) {
        return Metrics.ofChannel(port, plan.channel(), HEIGHT).orElse(-1);
    }

    /**
     * All peers have the same blocks with the same verdict on each transaction and the same hash over all changes of state,
     * public and private, up to each block.
     */
    void check(Cluster cluster) {
        long height = height(plan.members().getFirst().peerOperationsPort());
        List<String> first = List.of();
        for (NetworkMember member : plan.members()) {
            List<String> own = chain(cluster.settings(member.id().value()).config(), height);
            assertThat(own).hasSize((int) height);
            if (first.isEmpty()) {
                first = own;
            }
            assertThat(own).as("the chain of peer." + member.id()).isEqualTo(first);
        }
    }

    private static List<String> chain(MemberNodeConfig config, long height) {
        List<String> chain = new ArrayList<>();
        BlockDecoder decoder = new BlockDecoder(config.identity().member(), config.names());
        try (Peer peer = Peer.connect(config.peer(), config.identity(), config.names(), config.deadlines(), List.of());
                BlockStream blocks = peer.blocksFrom(0)) {
            while (chain.size() < height) {
                BlockAndPrivateData next = blocks.next();
                chain.add(decoder.decode(next).number() + " "
                        + HexFormat.of().formatHex(decoder.decode(next).headerHash()) + " "
                        + metadata(next.getBlock(), BlockMetadataIndex.TRANSACTIONS_FILTER) + " "
                        + metadata(next.getBlock(), BlockMetadataIndex.COMMIT_HASH));
            }
        }
        return chain;
    }

    private static String metadata(Block block, BlockMetadataIndex place) {
        return HexFormat.of()
                .formatHex(block.getMetadata().getMetadata(place.getNumber()).toByteArray());
    }
}
