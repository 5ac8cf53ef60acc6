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
            new PeerConfiguration(member, own, builder).write();
            ConnectionSettings.write(plan, member, own);
            if (member.orders()) {
                new OrdererConfiguration(member, own).write();
            }
        }
        new ChannelConfiguration(plan, layout).write();
        CollectionDefinitions.write(plan.members(), layout.collections());
    }
}
