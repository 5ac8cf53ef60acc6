package org.entente.fabric.config;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.entente.certs.file.WholeFiles;
import org.entente.fabric.layout.MemberLayout;
import org.entente.fabric.layout.NodeLayout;
import org.entente.fabric.plan.NetworkMember;
import org.entente.model.ledger.Digest;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a peer installs: where the contract's service listens, and the certificates with which both sides know each other.
 * A package id hashes no code, only this; so the digest of the contract's jar stands in the label, and each member approves
 * the code that it runs itself.
 */
public final class ChaincodePackage {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String label;
    private final byte[] bytes;

    private ChaincodePackage(String label, byte[] bytes) {
        this.label = label;
        this.bytes = bytes;
    }

    /**
     * Makes the package of a member's peer. The same member, files and jar make the same bytes.
     *
     * @param member who
     * @param host on which the service listens, as the peer sees it
     * @param layout where its keys stand
     * @param version of the chaincode's definition
     * @param jar digest of the contract's jar
     * @return the package
     */
    public static ChaincodePackage of(
            NetworkMember member, String host, MemberLayout layout, String version, Digest jar) {
        String label = "entente_" + version + "_" + jar.hex().substring(0, 16);
        byte[] code = archive(Map.of("connection.json", connection(member, host, layout)));
        byte[] metadata = JSON.writeValueAsBytes(
                new TreeMap<>(Map.of("type", ChaincodeBuilder.TYPE, "label", label, "path", "")));
        return new ChaincodePackage(label, archive(Map.of("metadata.json", metadata, "code.tar.gz", code)));
    }

    private static byte[] connection(NetworkMember member, String host, MemberLayout layout) {
        NodeLayout peer = layout.node("peer");
        ObjectNode connection = JSON.createObjectNode()
                .put("address", host + ":" + member.chaincodePort())
                .put("dial_timeout", "10s")
                .put("tls_required", true)
                .put("client_auth_required", true)
                .put("client_key", text(WholeFiles.read(peer.tlsKey())))
                .put("client_cert", text(WholeFiles.read(peer.tlsCertificate())))
                .put("root_cert", text(WholeFiles.read(peer.tlsRoot())));
        return JSON.writeValueAsBytes(connection);
    }

    private static String text(byte[] pem) {
        return new String(pem, StandardCharsets.US_ASCII);
    }

    private static byte[] archive(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream archive = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                entry.setModTime(0);
                archive.putArchiveEntry(entry);
                archive.write(file.getValue());
                archive.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The package's bytes.
     *
     * @return {@code .tar.gz}
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The id that the peer will give it (Fabric, {@code peer lifecycle chaincode calculatepackageid}).
     *
     * @return label, colon and SHA-256 of the package
     */
    public String id() {
        return label + ":" + Digest.of(bytes).hex();
    }
}
