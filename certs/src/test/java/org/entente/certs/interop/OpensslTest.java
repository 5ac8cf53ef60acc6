package org.entente.certs.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.Pkcs12KeyStore;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Pem;
import org.entente.certs.x509.Validity;
import org.entente.model.member.MemberId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Software that knows nothing of Entente reads its keys, certificates and signatures. Skipped where there is no openssl. */
class OpensslTest {
    private static final Validity YEAR = Validity.from(Instant.parse("2026-01-01T00:00:00Z"), Duration.ofDays(365));
    /** 3 May 2026, for {@code openssl verify}. */
    private static final String AT = "1777809600";

    private final AgencyCa authority = AgencyCa.create(new MemberId("AU"), YEAR);
    private final CertifiedKey peer = authority.issue(NodeRole.PEER, "peer0", YEAR);

    @TempDir
    private Path folder;

    @BeforeAll
    static void needs_openssl() {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(entry -> Files.isExecutable(Path.of(entry, "openssl"))),
                "no openssl on PATH");
    }

    @Test
    void verifies_our_signature_and_refuses_it_over_other_bytes() throws Exception {
        String publicKey = Pem.encode("PUBLIC KEY", peer.key().publicKeySpki());
        write("key.pem", publicKey.getBytes(StandardCharsets.US_ASCII));
        write("data", new byte[] {1, 2, 3});
        write("other", new byte[] {1, 2, 4});
        write("signature", peer.key().sign(new byte[] {1, 2, 3}));

        assertThat(openssl("dgst", "-sha256", "-verify", "key.pem", "-signature", "signature", "data"))
                .contains("Verified OK");
        assertThat(openssl("dgst", "-sha256", "-verify", "key.pem", "-signature", "signature", "other"))
                .contains("Verification failure");
    }

    @Test
    void verifies_our_chains_strictly() throws Exception {
        CertifiedKey server = authority.issueTls("peer0", List.of("peer0.customs.example"), YEAR);
        write("ca.pem", Certificates.pem(authority.root()));
        write("tlsca.pem", Certificates.pem(authority.tlsRoot()));
        write("peer.pem", Certificates.pem(peer.certificate()));
        write("server.pem", Certificates.pem(server.certificate()));
        String[] strictly = {"verify", "-x509_strict", "-attime", AT, "-CAfile"};

        assertThat(openssl(strictly, "ca.pem", "peer.pem")).contains("peer.pem: OK");
        assertThat(openssl(strictly, "tlsca.pem", "peer.pem")).contains("verification failed");
        assertThat(openssl(
                        strictly,
                        "tlsca.pem",
                        "-purpose",
                        "sslserver",
                        "-verify_hostname",
                        "peer0.customs.example",
                        "server.pem"))
                .contains("server.pem: OK");
        assertThat(openssl(strictly, "tlsca.pem", "-verify_hostname", "elsewhere.example", "server.pem"))
                .contains("verification failed");
    }

    @Test
    void opens_our_pkcs12_file() throws Exception {
        Pkcs12KeyStore.create(folder.resolve("peer.p12"), "correct horse".toCharArray(), peer);

        assertThat(openssl("pkcs12", "-in", "peer.p12", "-passin", "pass:correct horse", "-nodes"))
                .contains("BEGIN PRIVATE KEY")
                .contains("CN = peer0");
        assertThat(openssl("pkcs12", "-in", "peer.p12", "-passin", "pass:wrong", "-nodes"))
                .contains("invalid password");
    }

    @Test
    void reads_our_revocation_list() throws Exception {
        var serial = peer.certificate().getSerialNumber();
        var list = authority.revoke(1, List.of(serial), YEAR.notBefore(), YEAR.notAfter());
        write("crl.pem", Pem.encode("X509 CRL", list.getEncoded()).getBytes(StandardCharsets.US_ASCII));
        write("ca.pem", Certificates.pem(authority.root()));

        assertThat(openssl("crl", "-in", "crl.pem", "-CAfile", "ca.pem", "-noout", "-text"))
                .contains("verify OK")
                .containsIgnoringCase(serial.toString(16));
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    private String openssl(String[] first, String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(first));
        arguments.addAll(List.of(more));
        return openssl(arguments.toArray(String[]::new));
    }

    private String openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        File output = folder.resolve("output").toFile();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        process.getOutputStream().close();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output.toPath());
    }
}
