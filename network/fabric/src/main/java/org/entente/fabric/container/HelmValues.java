package org.entente.fabric.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.entente.certs.file.WholeFiles;
import org.entente.fabric.layout.MemberLayout;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * What the Helm chart of a member ({@code network/fabric/helm}) takes from the members file: ports, the nodes' settings, the
 * package's id. No secrets: the chart names the Kubernetes Secrets that hold them.
 */
public final class HelmValues {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.LITERAL_BLOCK_STYLE)
            .build();

    private static final String HEADER =
            "# Made from members.yaml by ./entente network helm-values: changes here are lost. It holds no secret.\n";

    private final NetworkPlan plan;
    private final NetworkLayout layout;

    /**
     * The values of a network's members.
     *
     * @param plan the network
     * @param layout where {@link org.entente.fabric.config.NetworkFiles#writeClustered} wrote
     */
    public HelmValues(NetworkPlan plan, NetworkLayout layout) {
        this.plan = plan;
        this.layout = layout;
    }

    /**
     * Writes a file for each member.
     *
     * @param packageId of the package that the member's peer is to install
     */
    public void write(Function<NetworkMember, String> packageId) {
        try {
            Files.createDirectories(layout.helm());
            for (NetworkMember member : plan.members()) {
                WholeFiles.write(
                        layout.helm().resolve(member.id() + ".yaml"),
                        (HEADER + YAML.writeValueAsString(values(member, packageId.apply(member))))
                                .getBytes(StandardCharsets.UTF_8),
                        WholeFiles.Readers.EVERYBODY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode values(NetworkMember member, String packageId) throws IOException {
        MemberLayout settings = layout.contained(member.id());
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("member", member.id().value()).put("channel", plan.channel());
        ObjectNode peer = root.putObject("peer");
        peer.put("port", member.peerPort()).put("operationsPort", member.peerOperationsPort());
        peer.put("settings", text(settings.node("peer").folder().resolve("core.yaml")));
        ObjectNode builder = peer.putObject("builder");
        for (String program : new String[] {"detect", "build", "release"}) {
            builder.put(
                    program,
                    text(layout.folder().resolve("builder").resolve("bin").resolve(program)));
        }
        ObjectNode orderer = root.putObject("orderer").put("enabled", member.orders());
        if (member.orders()) {
            orderer.put("port", member.ordererPort())
                    .put("adminPort", member.ordererAdminPort())
                    .put("operationsPort", member.ordererOperationsPort())
                    .put("settings", text(settings.node("orderer").folder().resolve("orderer.yaml")));
        }
        root.putObject("chaincode")
                .put("port", member.chaincodePort())
                .put("healthPort", member.chaincodeHealthPort())
                .put("packageId", packageId);
        root.putObject("api").put("connection", text(settings.connection()));
        return root;
    }

    private static String text(Path file) {
        return new String(WholeFiles.read(file), StandardCharsets.UTF_8);
    }
}
