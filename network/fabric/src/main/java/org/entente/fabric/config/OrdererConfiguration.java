package org.entente.fabric.config;

import java.nio.file.Path;
import org.entente.fabric.layout.NodeLayout;
import org.entente.fabric.plan.NetworkMember;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An orderer's {@code orderer.yaml} (Fabric 3.1): TLS everywhere, channels joined by their member's administrator only. */
public final class OrdererConfiguration {
    private static final int LARGEST_MESSAGE = 100 * 1024 * 1024;

    private final NetworkMember member;
    private final NodeLayout orderer;
    private final Surroundings around;

    /**
     * A member's orderer.
     *
     * @param member who
     * @param around its files, as it sees them, and its neighbours
     */
    public OrdererConfiguration(NetworkMember member, Surroundings around) {
        this.member = member;
        this.orderer = around.files().node("orderer");
        this.around = around;
    }

    /**
     * Writes {@code orderer.yaml}.
     *
     * @param folder where, as this process sees it
     */
    public void write(Path folder) {
        Settings settings = new Settings();
        general(settings);
        cluster(settings);
        administration(settings);
        settings.write(folder.resolve("orderer.yaml"));
    }

    private void general(Settings settings) {
        settings.set("General.ListenAddress", around.listen(member))
                .set("General.ListenPort", member.ordererPort())
                .set("General.LocalMSPDir", orderer.msp())
                .set("General.LocalMSPID", member.id().value())
                .set("General.BootstrapMethod", "none")
                .set("General.BCCSP.Default", "SW")
                .set("General.BCCSP.SW.Hash", "SHA2")
                .set("General.BCCSP.SW.Security", 256)
                .set("General.Authentication.TimeWindow", "15m")
                .set("General.MaxRecvMsgSize", LARGEST_MESSAGE)
                .set("General.MaxSendMsgSize", LARGEST_MESSAGE)
                .set("General.TLS.Enabled", true)
                .set("General.TLS.PrivateKey", orderer.tlsKey())
                .set("General.TLS.Certificate", orderer.tlsCertificate())
                .set("General.TLS.RootCAs", root())
                .set("General.TLS.ClientAuthRequired", false)
                .set("General.Keepalive.ServerMinInterval", "60s")
                .set("FileLedger.Location", orderer.data())
                .set("Consensus.WALDir", orderer.folder().resolve("wal"))
                .set("Consensus.SnapDir", orderer.folder().resolve("snapshots"));
    }

    /** Orderers know each other by the TLS certificates that the channel names. */
    private void cluster(Settings settings) {
        settings.set("General.Cluster.SendBufferSize", 100)
                .set("General.Cluster.ClientCertificate", orderer.tlsCertificate())
                .set("General.Cluster.ClientPrivateKey", orderer.tlsKey())
                .set("General.Cluster.ReplicationPolicy", "consensus");
    }

    private void administration(Settings settings) {
        settings.set("ChannelParticipation.Enabled", true)
                .set("ChannelParticipation.MaxRequestBodySize", "10 MB")
                .set("Admin.ListenAddress", around.listenInside() + ":" + member.ordererAdminPort())
                .set("Admin.TLS.Enabled", true)
                .set("Admin.TLS.Certificate", orderer.tlsCertificate())
                .set("Admin.TLS.PrivateKey", orderer.tlsKey())
                .set("Admin.TLS.ClientAuthRequired", true)
                .set("Admin.TLS.ClientRootCAs", root())
                .set("Operations.ListenAddress", around.listenInside() + ":" + member.ordererOperationsPort())
                .set("Operations.TLS.Enabled", false)
                .set("Metrics.Provider", "prometheus");
    }

    private ArrayNode root() {
        return JsonNodeFactory.instance.arrayNode().add(orderer.tlsRoot().toString());
    }
}
