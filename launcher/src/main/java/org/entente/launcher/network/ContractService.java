package org.entente.launcher.network;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.entente.certs.file.WholeFiles;
import org.entente.contract.ContractMain;
import org.entente.contract.service.HealthPort;
import org.entente.fabric.config.ChaincodePackage;
import org.entente.fabric.layout.MemberLayout;
import org.entente.fabric.layout.NodeLayout;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NodeHosts;
import org.entente.launcher.process.JavaProgram;
import org.entente.model.ledger.Digest;

/** The contract as the service of one member's peer: its package, and the process that serves. */
final class ContractService {
    /** Of the chaincode's definition. */
    static final String VERSION = "1.0";

    private final NetworkMember member;
    private final MemberLayout layout;
    private final List<Path> classPath;
    private final NodeHosts hosts;

    /**
     * A member's service.
     *
     * @param member who
     * @param layout where
     * @param more put before the contract's own class path; for the conformance suite's contract only
     * @param hosts where the peer finds it
     */
    ContractService(NetworkMember member, MemberLayout layout, List<Path> more, NodeHosts hosts) {
        this.hosts = hosts;
        this.member = member;
        this.layout = layout;
        this.classPath = Stream.concat(more.stream(), JavaProgram.ownClassPath().stream())
                .toList();
    }

    /** The package, also written where the peer's administrator finds it. */
    ChaincodePackage packed() {
        ChaincodePackage packed = ChaincodePackage.of(member, hosts.of(member, "chaincode"), layout, VERSION, jar());
        WholeFiles.write(layout.chaincodePackage(), packed.bytes(), WholeFiles.Readers.OWNER);
        return packed;
    }

    private Digest jar() {
        return classPath.stream()
                .filter(entry -> entry.getFileName().toString().startsWith("entente-contract-"))
                .filter(Files::isRegularFile)
                .findFirst()
                .map(jar -> Digest.of(WholeFiles.read(jar)))
                // From a folder of classes, as in a developer's tests.
                .orElseGet(() -> Digest.of(ContractMain.class.getName().getBytes(StandardCharsets.US_ASCII)));
    }

    /** The process that serves; {@code main} is {@link ContractMain} except in the conformance suite. */
    Node node(String main) {
        NodeLayout node = layout.node("chaincode");
        JavaProgram program = new JavaProgram(classPath, main, List.of("-Xmx256m"));
        return new Node(
                "chaincode." + member.id(),
                node,
                () -> program.command(List.of(node.tlsRoot().toString())),
                environment(node, "127.0.0.1"),
                OptionalInt.of(member.chaincodeHealthPort()),
                member.chaincodePort());
    }

    /**
     * What the shim wants to be told.
     *
     * @param seen its files, as the service sees them
     * @param listen its own address
     */
    Map<String, String> environment(NodeLayout seen, String listen) {
        return Map.of(
                "CHAINCODE_SERVER_ADDRESS",
                listen + ":" + member.chaincodePort(),
                HealthPort.ADDRESS,
                "127.0.0.1:" + member.chaincodeHealthPort(),
                "CORE_CHAINCODE_ID_NAME",
                prepared(),
                "CORE_PEER_TLS_ENABLED",
                "true",
                "CORE_TLS_CLIENT_KEY_FILE",
                seen.tlsKey().toString(),
                "CORE_TLS_CLIENT_CERT_FILE",
                seen.tlsCertificate().toString(),
                "CORE_TLS_CLIENT_KEY_PATH",
                lineOf(seen.tlsKey()).toString(),
                "CORE_TLS_CLIENT_CERT_PATH",
                lineOf(seen.tlsCertificate()).toString(),
                "CORE_PEER_TLS_ROOTCERT_FILE",
                seen.tlsRoot().toString(),
                "CORE_CHAINCODE_LOGGING_LEVEL",
                "WARN");
    }

    /** Writes what the service reads beside its keys, and its package; gives the id that the peer will know that by. */
    String prepared() {
        NodeLayout own = layout.node("chaincode");
        line(own.tlsKey());
        line(own.tlsCertificate());
        return packed().id();
    }

    /** The shim reads the same PEM a second time from a file with its base64 in one line. */
    private static void line(Path pem) {
        WholeFiles.write(lineOf(pem), Base64.getEncoder().encode(WholeFiles.read(pem)), WholeFiles.Readers.OWNER);
    }

    private static Path lineOf(Path pem) {
        return pem.resolveSibling(pem.getFileName() + ".base64");
    }
}
