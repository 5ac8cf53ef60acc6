package org.entente.model.origin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.model.finding.Checked;
import org.entente.model.json.StrictJson;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateDraft;
import org.entente.model.origin.certificate.CertificateJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The files of {@code docs/samples}, as the tests and the demo use them. */
public final class SampleCertificates {
    private static final Path FOLDER = Path.of("../../docs/samples");

    private SampleCertificates() {}

    /** The bytes of a sample. */
    public static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A clean certificate: 100 t of barley (item 1) and 9000 l of wine (item 2). */
    public static Certificate chafta() {
        return certificate("chafta-clean");
    }

    /** A clean Form D: coffee (1), tables by RVC (2), bottles by CTSH and RVC (3). */
    public static Certificate formD() {
        return certificate("atiga-form-d-clean");
    }

    /** A sample as a tree that a test may change. */
    public static ObjectNode tree(String name) {
        return (ObjectNode) parse(new String(bytes(name), StandardCharsets.UTF_8));
    }

    /** Any JSON text. */
    public static JsonNode parse(String json) {
        return switch (StrictJson.parse(json.getBytes(StandardCharsets.UTF_8), 1 << 20)) {
            case Checked.Accepted<JsonNode>(var node, var remarks) -> node;
            case Checked.Rejected<JsonNode>(var findings) -> throw new IllegalArgumentException(findings.toString());
        };
    }

    private static Certificate certificate(String name) {
        CertificateDraft draft = CertificateJson.parse(bytes(name));
        return draft.certificate()
                .orElseThrow(() -> new IllegalStateException(draft.findings().toString()));
    }
}
