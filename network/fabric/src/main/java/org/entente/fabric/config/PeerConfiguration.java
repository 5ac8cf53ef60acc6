package org.entente.fabric.config;

import java.nio.file.Path;
import org.entente.fabric.layout.NodeLayout;
import org.entente.fabric.plan.NetworkMember;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A peer's {@code core.yaml} (Fabric 3.1, "core.yaml" in its documentation). What the peer has a default for and Entente has
 * no reason to change is not in it.
 */
public final class PeerConfiguration {
    private final NetworkMember member;
    private final NodeLayout peer;
    private final Surroundings around;

    /**
     * A member's peer.
     *
     * @param member who
     * @param around its files, as it sees them, and its neighbours
     */
    public PeerConfiguration(NetworkMember member, Surroundings around) {
        this.member = member;
        this.peer = around.files().node("peer");
        this.around = around;
    }

    /**
     * Writes {@code core.yaml}.
     *
     * @param folder where, as this process sees it
     */
    public void write(Path folder) {
        Settings settings = new Settings();
        identity(settings);
        gossip(settings);
        tls(settings);
        gateway(settings);
        handlers(settings);
        chaincode(settings);
        ledger(settings);
        settings.write(folder.resolve("core.yaml"));
    }

    private void identity(Settings settings) {
        settings.set("peer.id", "peer." + member.id())
                .set("peer.networkId", "entente")
                .set("peer.listenAddress", around.listen(member) + ":" + member.peerPort())
                .set("peer.address", around.address(member, "peer", member.peerPort()))
                .set("peer.chaincodeListenAddress", "127.0.0.1:" + member.peerChaincodePort())
                .set("peer.localMspId", member.id().value())
                .set("peer.localMspType", "bccsp")
                .set("peer.mspConfigPath", peer.msp())
                .set("peer.fileSystemPath", peer.data())
                .set("peer.BCCSP.Default", "SW")
                .set("peer.BCCSP.SW.Hash", "SHA2")
                .set("peer.BCCSP.SW.Security", 256)
                .set("peer.authentication.timewindow", "15m")
                .set("peer.keepalive.minInterval", "60s")
                .set("peer.client.connTimeout", "3s")
                .set("peer.maxRecvMsgSize", 100 * 1024 * 1024)
                .set("peer.maxSendMsgSize", 100 * 1024 * 1024);
    }

    /**
     * One peer a member: it fetches blocks itself, and others reach it for private data. Gossip also tells each gateway who is
     * there to endorse, so one that comes or goes is noticed sooner than by Fabric's defaults.
     */
    private void gossip(Settings settings) {
        String address = around.address(member, "peer", member.peerPort());
        settings.set("peer.gossip.bootstrap", address)
                .set("peer.gossip.endpoint", address)
                .set("peer.gossip.externalEndpoint", address)
                .set("peer.gossip.useLeaderElection", false)
                .set("peer.gossip.orgLeader", true)
                .set("peer.gossip.state.enabled", false)
                .set("peer.gossip.aliveTimeInterval", "2s")
                .set("peer.gossip.aliveExpirationTimeout", "10s")
                .set("peer.gossip.reconnectInterval", "5s")
                .set("peer.gossip.membershipTrackerInterval", "1s")
                .set("peer.gossip.pvtData.pullRetryThreshold", "10s")
                .set("peer.gossip.pvtData.transientstoreMaxBlockRetention", 20_000)
                .set("peer.gossip.pvtData.pushAckTimeout", "3s")
                .set("peer.gossip.pvtData.btlPullMargin", 10)
                .set("peer.gossip.pvtData.reconcileBatchSize", 10)
                .set("peer.gossip.pvtData.reconcileSleepInterval", "10s")
                .set("peer.gossip.pvtData.reconciliationEnabled", true)
                .set("peer.gossip.pvtData.implicitCollectionDisseminationPolicy.requiredPeerCount", 0)
                .set("peer.gossip.pvtData.implicitCollectionDisseminationPolicy.maxPeerCount", 1)
                .set("peer.deliveryclient.blockGossipEnabled", false)
                .set("peer.deliveryclient.reconnectTotalTimeThreshold", "3600s")
                .set("peer.deliveryclient.connTimeout", "3s")
                .set("peer.deliveryclient.reConnectBackoffThreshold", "10s")
                .set("peer.deliveryclient.policy", "cluster");
    }

    private void tls(Settings settings) {
        settings.set("peer.tls.enabled", true)
                .set("peer.tls.clientAuthRequired", false)
                .set("peer.tls.cert.file", peer.tlsCertificate())
                .set("peer.tls.key.file", peer.tlsKey())
                .set("peer.tls.rootcert.file", peer.tlsRoot())
                .set("peer.tls.clientCert.file", peer.tlsCertificate())
                .set("peer.tls.clientKey.file", peer.tlsKey());
    }

    private static void gateway(Settings settings) {
        settings.set("peer.gateway.enabled", true)
                .set("peer.gateway.endorsementTimeout", "15s")
                .set("peer.gateway.broadcastTimeout", "10s")
                .set("peer.gateway.dialTimeout", "10s")
                .set("peer.discovery.enabled", true)
                .set("peer.discovery.authCacheEnabled", true)
                .set("peer.discovery.authCacheMaxSize", 1_000)
                .set("peer.limits.concurrency.endorserService", 2_500)
                .set("peer.limits.concurrency.deliverService", 2_500)
                .set("peer.limits.concurrency.gatewayService", 500);
    }

    /** The time window is what keeps a client from dating its transactions (CVE-2024-45244). */
    private static void handlers(Settings settings) {
        ArrayNode filters = array();
        for (String name : new String[] {"DefaultAuth", "ExpirationCheck", "TimeWindowCheck"}) {
            filters.addObject().put("name", name);
        }
        ArrayNode decorators = array();
        decorators.addObject().put("name", "DefaultDecorator");
        settings.set("peer.handlers.authFilters", filters)
                .set("peer.handlers.decorators", decorators)
                .set("peer.handlers.endorsers.escc.name", "DefaultEndorsement")
                .set("peer.handlers.validators.vscc.name", "DefaultValidation");
    }

    private void chaincode(Settings settings) {
        ArrayNode builders = array();
        builders.addObject()
                .put("name", ChaincodeBuilder.NAME)
                .put("path", around.builder().toString());
        settings.set("vm.endpoint", "")
                .set("chaincode.externalBuilders", builders)
                .set("chaincode.mode", "net")
                .set("chaincode.keepalive", 0)
                .set("chaincode.installTimeout", "60s")
                .set("chaincode.startuptimeout", "60s")
                .set("chaincode.executetimeout", "10s")
                .set("chaincode.logging.level", "warning")
                .set("chaincode.logging.shim", "warning");
        for (String system : new String[] {"_lifecycle", "cscc", "lscc", "qscc"}) {
            settings.set("chaincode.system." + system, "enable");
        }
    }

    private void ledger(Settings settings) {
        settings.set("ledger.state.stateDatabase", "goleveldb")
                .set("ledger.state.totalQueryLimit", 10_000)
                .set("ledger.history.enableHistoryDatabase", false)
                .set("ledger.pvtdataStore.collElgProcMaxDbBatchSize", 5_000)
                .set("ledger.pvtdataStore.collElgProcDbBatchesInterval", 1_000)
                .set("ledger.pvtdataStore.deprioritizedDataReconcilerInterval", "5m")
                .set("ledger.pvtdataStore.purgeInterval", 100)
                .set("ledger.pvtdataStore.purgedKeyAuditLogging", true)
                .set("ledger.snapshots.rootDir", peer.folder().resolve("snapshots"))
                .set("operations.listenAddress", around.listenInside() + ":" + member.peerOperationsPort())
                .set("operations.tls.enabled", false)
                .set("metrics.provider", "prometheus");
    }

    private static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }
}
