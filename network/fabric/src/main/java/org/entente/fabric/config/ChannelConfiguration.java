package org.entente.fabric.config;

import java.util.List;
import org.entente.fabric.layout.MemberLayout;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.layout.NodeLayout;
import org.entente.fabric.plan.BlockCutting;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.fabric.plan.NodeHosts;
import org.entente.fabric.plan.Ordering;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code configtx.yaml}, from which configtxgen makes the channel's first block: capabilities V3_0, the members, who may do
 * what, and how transactions are ordered. Every change of membership takes the majority of administrators.
 */
public final class ChannelConfiguration {
    /** The only profile in the file. */
    public static final String PROFILE = "Entente";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final NetworkPlan plan;
    private final NetworkLayout layout;
    private final NodeHosts hosts;

    /**
     * The channel of a network.
     *
     * @param plan what it is to be
     * @param layout where certificates stand
     * @param hosts under which the nodes reach each other
     */
    public ChannelConfiguration(NetworkPlan plan, NetworkLayout layout, NodeHosts hosts) {
        this.plan = plan;
        this.layout = layout;
        this.hosts = hosts;
    }

    /** Writes {@code configtx.yaml} into the channel's folder. */
    public void write() {
        Settings settings = new Settings();
        String at = "Profiles." + PROFILE;
        settings.set(at + ".Policies", overall("MAJORITY Admins"))
                .set(at + ".Capabilities.V3_0", true)
                .set(at + ".Application.Organizations", organizations(plan.members()))
                .set(at + ".Application.Policies", application())
                .set(at + ".Application.Capabilities.V2_5", true);
        ordering(settings, at + ".Orderer");
        settings.write(layout.channel().resolve("configtx.yaml"));
    }

    private void ordering(Settings settings, String at) {
        BlockCutting blocks = plan.blocks();
        ObjectNode policies = overall("MAJORITY Admins");
        policies.set("BlockValidation", meta("ANY Writers"));
        settings.set(at + ".OrdererType", plan.ordering() == Ordering.SMART_BFT ? "BFT" : "etcdraft")
                .set(at + ".BatchTimeout", blocks.timeout().toMillis() + "ms")
                .set(at + ".BatchSize.MaxMessageCount", blocks.mostTransactions())
                .set(at + ".BatchSize.AbsoluteMaxBytes", blocks.absoluteBytes())
                .set(at + ".BatchSize.PreferredMaxBytes", blocks.preferredBytes())
                .set(at + ".Organizations", organizations(plan.orderers()))
                .set(at + ".Policies", policies)
                .set(at + ".Capabilities.V2_0", true);
        switch (plan.ordering()) {
            case SMART_BFT ->
                settings.set(at + ".ConsenterMapping", consenters(true)).set(at + ".SmartBFT", SmartBftOptions.node());
            case RAFT -> settings.set(at + ".EtcdRaft.Consenters", consenters(false));
        }
    }

    private ArrayNode consenters(boolean named) {
        ArrayNode consenters = NODES.arrayNode();
        List<NetworkMember> orderers = plan.orderers();
        for (int i = 0; i < orderers.size(); i++) {
            NetworkMember member = orderers.get(i);
            NodeLayout node = layout.member(member.id()).node("orderer");
            ObjectNode consenter = consenters.addObject();
            consenter.put("Host", hosts.of(member, "orderer")).put("Port", member.ordererPort());
            if (named) {
                consenter.put("ID", i + 1).put("MSPID", member.id().value());
                consenter.put(
                        "Identity",
                        node.msp().resolve("signcerts").resolve("cert.pem").toString());
            }
            consenter.put("ClientTLSCert", node.tlsCertificate().toString());
            consenter.put("ServerTLSCert", node.tlsCertificate().toString());
        }
        return consenters;
    }

    private ArrayNode organizations(List<NetworkMember> members) {
        ArrayNode organizations = NODES.arrayNode();
        members.forEach(member -> organizations.add(organization(member)));
        return organizations;
    }

    private ObjectNode organization(NetworkMember member) {
        String id = member.id().value();
        MemberLayout own = layout.member(member.id());
        ObjectNode policies = NODES.objectNode();
        policies.set("Readers", signature("OR('" + id + ".member')"));
        policies.set("Writers", signature("OR('" + id + ".member')"));
        policies.set("Admins", signature("OR('" + id + ".admin')"));
        policies.set("Endorsement", signature("OR('" + id + ".peer')"));
        ObjectNode organization = NODES.objectNode()
                .put("Name", id)
                .put("ID", id)
                .put("MSPDir", own.msp().toString());
        organization.set("Policies", policies);
        organization
                .putArray("AnchorPeers")
                .addObject()
                .put("Host", hosts.of(member, "peer"))
                .put("Port", member.peerPort());
        if (member.orders()) {
            organization.putArray("OrdererEndpoints").add(hosts.of(member, "orderer") + ":" + member.ordererPort());
        }
        return organization;
    }

    private static ObjectNode application() {
        ObjectNode policies = overall("MAJORITY Admins");
        policies.set("LifecycleEndorsement", meta("MAJORITY Endorsement"));
        policies.set("Endorsement", meta("MAJORITY Endorsement"));
        return policies;
    }

    private static ObjectNode overall(String admins) {
        ObjectNode policies = NODES.objectNode();
        policies.set("Readers", meta("ANY Readers"));
        policies.set("Writers", meta("ANY Writers"));
        policies.set("Admins", meta(admins));
        return policies;
    }

    private static ObjectNode meta(String rule) {
        return NODES.objectNode().put("Type", "ImplicitMeta").put("Rule", rule);
    }

    private static ObjectNode signature(String rule) {
        return NODES.objectNode().put("Type", "Signature").put("Rule", rule);
    }
}
