package org.entente.launcher.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.entente.certs.file.WholeFiles;
import org.entente.launcher.consortium.NodeSettings;

/** Writes the settings file of a member's service: nothing secret stands on a command line. */
final class ApiSettings {
    private ApiSettings() {}

    /** Its name says what it is: {@code api.properties} beside the node's settings. */
    static Path write(
            Path folder,
            NodeSettings node,
            Optional<Path> connection,
            Ports ports,
            Path accounts,
            Redeliveries redeliveries) {
        Properties all = new Properties();
        all.setProperty("entente.member", node.member().value());
        all.setProperty("entente.did", ports.did(node.member()));
        connection.ifPresentOrElse(
                file -> all.setProperty("spring.config.import", file.toUri().toString()), () -> peer(all, node));
        all.setProperty(
                "entente.node.statement-key-store", node.statementKeyStore().toString());
        all.setProperty("entente.node.key-password", node.keyPassword());
        all.setProperty("entente.node.id-secret", node.idSecret());
        all.setProperty("entente.database.url", node.database().url());
        all.setProperty("entente.database.role", node.database().role());
        all.setProperty("entente.database.password", node.database().password());
        all.setProperty(
                "entente.web.base-url",
                withoutSlash(ports.address(node.member()).toString()));
        all.setProperty("entente.accounts-file", accounts.toString());
        all.setProperty(
                "entente.credentials.key-store", node.credentialKeyStore().toString());
        all.setProperty(
                "entente.credentials.ed25519-key-store", node.ed25519KeyStore().toString());
        all.setProperty("entente.credentials.key-password", node.keyPassword());
        redeliveries.addTo(all, node);
        // Every partner stands on this machine.
        all.setProperty("entente.verification.fetch-from-private-addresses", "true");
        all.setProperty("server.address", "127.0.0.1");
        all.setProperty("server.port", Integer.toString(ports.of(node.member())));
        // Cookies do not tell ports of one machine apart: without names of their own, the last sign-in would end all
        // others.
        all.setProperty(
                "server.servlet.session.cookie.name",
                "entente-" + node.member().value().toLowerCase(java.util.Locale.ROOT));
        all.setProperty("spring.lifecycle.timeout-per-shutdown-phase", "2s");
        all.setProperty("spring.jmx.enabled", "false");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            all.store(bytes, null);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Path file = folder.resolve("api.properties");
        WholeFiles.write(file, bytes.toByteArray(), WholeFiles.Readers.OWNER);
        return file;
    }

    private static void peer(Properties all, NodeSettings node) {
        all.setProperty("entente.node.host", node.host());
        all.setProperty("entente.node.port", Integer.toString(node.port()));
        all.setProperty("entente.node.tls-root", node.tlsRoot().toString());
        all.setProperty("entente.node.key-store", node.keyStore().toString());
    }

    private static String withoutSlash(String address) {
        return address.substring(0, address.length() - 1);
    }
}
