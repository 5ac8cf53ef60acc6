package org.entente.fabric.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.entente.fabric.layout.MemberLayout;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.material.MemberMaterial;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.fabric.plan.NodeHosts;

/** Makes everything that a network's programs read, from its plan. Keys are made once; settings are written again. */
public final class NetworkFiles {
    private NetworkFiles() {}

    /**
     * Makes or brings up to date the files of a whole network on one machine.
     *
     * @param plan what it is to be
     * @param layout where
     * @param now when new certificates begin
     */
    public static void write(NetworkPlan plan, NetworkLayout layout, Instant now) {
        Path builder = layout.folder().resolve("builder");
        try {
            Files.createDirectories(layout.channel());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChaincodeBuilder.write(builder);
        for (NetworkMember member : plan.members()) {
            MemberLayout own = layout.member(member.id());
            new MemberMaterial(member, own).make(now);
            settings(plan, member, Surroundings.machine(own, builder), own);
        }
        new ChannelConfiguration(plan, layout, NodeHosts.OWN).write();
        CollectionDefinitions.write(plan.members(), layout.collections());
    }

    /**
     * The same for containers of one machine, whose administrators reach them by its loopback address: what the containers
     * read stands apart, see {@link NetworkLayout#contained}.
     *
     * @param plan what it is to be
     * @param layout where
     * @param now when new certificates begin
     */
    public static void writeContained(NetworkPlan plan, NetworkLayout layout, Instant now) {
        write(plan, layout, now);
        Surroundings around = Surroundings.containers(NodeHosts.CONTAINERS);
        for (NetworkMember member : plan.members()) {
            settings(plan, member, around, layout.contained(member.id()));
        }
        new ChannelConfiguration(plan, layout, NodeHosts.CONTAINERS).write();
    }

    /**
     * The same for clusters, one a member. The member's API reaches its own peer inside.
     *
     * @param plan what it is to be
     * @param layout where
     * @param now when new certificates begin
     */
    public static void writeClustered(NetworkPlan plan, NetworkLayout layout, Instant now) {
        write(plan, layout, now);
        for (NetworkMember member : plan.members()) {
            MemberLayout to = layout.contained(member.id());
            settings(plan, member, Surroundings.containers(NodeHosts.CLUSTER), to);
            ConnectionSettings.write(plan, member, Surroundings.containers(NodeHosts.CONTAINERS), to.connection());
        }
    }

    private static void settings(NetworkPlan plan, NetworkMember member, Surroundings around, MemberLayout to) {
        try {
            Files.createDirectories(to.folder());
            new PeerConfiguration(member, around).write(made(to, "peer"));
            ConnectionSettings.write(plan, member, around, to.connection());
            if (member.orders()) {
                new OrdererConfiguration(member, around).write(made(to, "orderer"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path made(MemberLayout to, String node) throws IOException {
        return Files.createDirectories(to.node(node).folder());
    }
}
