package org.entente.launcher.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.certs.file.WholeFiles;
import org.entente.fabric.config.NetworkFiles;
import org.entente.fabric.config.Surroundings;
import org.entente.fabric.container.ComposeFile;
import org.entente.fabric.layout.MemberLayout;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.plan.NetworkMember;
import org.entente.fabric.plan.NetworkPlan;
import org.entente.fabric.plan.NodeHosts;

/** Everything that the containers of a network read, keys included, and the file from which an engine starts them. */
final class ContainerFiles {
    /** Whom containers run as where the files belong to root, who has to give them to it. */
    static final String NOBODY = "10001:10001";

    private static final int SECRET_BYTES = 32;

    private final NetworkPlan plan;
    private final NetworkLayout layout;
    private final Path sources;

    ContainerFiles(NetworkPlan plan, NetworkLayout layout, Path sources) {
        this.plan = plan;
        this.layout = layout;
        this.sources = sources;
    }

    /** Makes what is missing, and writes the rest again. */
    String write() {
        NetworkFiles.writeContained(plan, layout, Instant.now());
        for (NetworkMember member : plan.members()) {
            MemberLayout own = layout.member(member.id());
            List.of("peer/data", "peer/snapshots", "orderer/data", "orderer/wal", "orderer/snapshots", "database/data")
                    .forEach(folder -> made(own.folder().resolve(folder)));
            api(member, own);
        }
        String user = owner();
        new ComposeFile(
                        plan,
                        layout,
                        new ComposeFile.Origin(
                                sources,
                                version(),
                                user,
                                member -> new ContractService(
                                                member, layout.member(member.id()), List.of(), NodeHosts.CONTAINERS)
                                        .environment(
                                                Surroundings.containers(NodeHosts.CONTAINERS)
                                                        .files()
                                                        .node("chaincode"),
                                                "0.0.0.0")))
                .write();
        return user;
    }

    /** What is known of a member's API; the rest is the member's own to add, and is never written over. */
    private static void api(NetworkMember member, MemberLayout own) {
        Path settings = made(own.folder().resolve("api")).resolve("api.properties");
        Path password = own.node("database").folder().resolve("password");
        if (!Files.exists(password)) {
            byte[] random = new byte[SECRET_BYTES];
            new SecureRandom().nextBytes(random);
            WholeFiles.write(password, ascii(HexFormat.of().formatHex(random)), WholeFiles.Readers.OWNER);
        }
        if (Files.exists(settings)) {
            return;
        }
        String database = NodeHosts.CONTAINERS.of(member, "database");
        WholeFiles.write(
                settings,
                ascii(String.format(
                        Locale.ROOT,
                        """
                        # Yours: what is missing here, the service says when it starts (api/README.md). Key files beside this
                        # one are found under /entente/api.
                        spring.config.import=file:/entente/connection.properties
                        entente.database.url=jdbc:postgresql://%s:5432/entente?sslmode=verify-full&sslrootcert=%s
                        entente.database.role=entente
                        entente.database.password=%s
                        server.port=8080
                        """,
                        database,
                        "/entente/client/tls/root.pem",
                        new String(WholeFiles.read(password), StandardCharsets.US_ASCII))),
                WholeFiles.Readers.OWNER);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the build wrote it into the launcher's jar. */
    private static String version() {
        return Optional.ofNullable(ContainerFiles.class.getPackage().getImplementationVersion())
                .orElse("unreleased");
    }

    private String owner() {
        try {
            Object uid = Files.getAttribute(layout.folder(), "unix:uid");
            return uid.equals(0) ? NOBODY : uid + ":" + Files.getAttribute(layout.folder(), "unix:gid");
        } catch (IOException | UnsupportedOperationException e) {
            return NOBODY;
        }
    }
}
