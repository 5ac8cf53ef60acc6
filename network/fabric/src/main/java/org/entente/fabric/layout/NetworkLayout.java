package org.entente.fabric.layout;

import java.nio.file.Path;
import org.entente.model.member.MemberId;

/**
 * Where the files of a network stand. On one machine all members stand under one folder; across machines each has its own
 * {@link MemberLayout} and of the others only their public parts.
 *
 * @param folder of the whole network
 */
public record NetworkLayout(Path folder) {
    /** Takes the absolute path: Fabric's programs are started in other folders. */
    public NetworkLayout {
        folder = folder.toAbsolutePath().normalize();
    }

    /**
     * A member's part.
     *
     * @param member whose
     * @return its folders
     */
    public MemberLayout member(MemberId member) {
        return new MemberLayout(folder.resolve("members").resolve(member.value()));
    }

    /**
     * What a member's containers read in place of what processes of this machine would: no secrets.
     *
     * @param member whose
     * @return its folders, which hold settings alone
     */
    public MemberLayout contained(MemberId member) {
        return new MemberLayout(folder.resolve("containers").resolve(member.value()));
    }

    /**
     * The containers of the whole network.
     *
     * @return YAML; where it is missing, the network is of processes of this machine
     */
    public Path compose() {
        return folder.resolve("compose.yaml");
    }

    /**
     * The values of the members' Helm charts.
     *
     * @return a folder; where it is missing, the network is none of clusters
     */
    public Path helm() {
        return folder.resolve("helm");
    }

    /**
     * The folder that holds {@code configtx.yaml}.
     *
     * @return for configtxgen's {@code -configPath}
     */
    public Path channel() {
        return folder.resolve("channel");
    }

    /**
     * The channel's first block.
     *
     * @return for those who join
     */
    public Path genesisBlock() {
        return channel().resolve("genesis.block");
    }

    /**
     * The collections of the chaincode's definition.
     *
     * @return JSON
     */
    public Path collections() {
        return channel().resolve("collections.json");
    }
}
