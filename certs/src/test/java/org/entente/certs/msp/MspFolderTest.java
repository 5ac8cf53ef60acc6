package org.entente.certs.msp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.file.FileFault;
import org.entente.certs.file.FileFaultException;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.msp.IdentityOutcome.Invalid;
import org.entente.certs.msp.IdentityOutcome.Valid;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.model.member.MemberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MspFolderTest {
    private static final MemberId AU = new MemberId("AU");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Validity YEAR = Validity.from(START, Duration.ofDays(365));

    private final AgencyCa authority = AgencyCa.create(AU, YEAR);
    private final CertifiedKey peer = authority.issue(NodeRole.PEER, "peer0", YEAR);

    @TempDir
    private Path parent;

    @Test
    void writes_fabrics_layout() throws IOException {
        Path folder = parent.resolve("msp");
        MspFolder.ofNode(authority, peer).write(folder);

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(folder::relativize)
                            .map(Path::toString))
                    .containsExactlyInAnyOrder(
                            "cacerts/ca.pem",
                            "config.yaml",
                            "keystore/priv_sk",
                            "signcerts/cert.pem",
                            "tlscacerts/tlsca.pem");
        }
        assertThat(folder.resolve("config.yaml")).hasContent("""
                        NodeOUs:
                          Enable: true
                          ClientOUIdentifier:
                            Certificate: cacerts/ca.pem
                            OrganizationalUnitIdentifier: client
                          PeerOUIdentifier:
                            Certificate: cacerts/ca.pem
                            OrganizationalUnitIdentifier: peer
                          OrdererOUIdentifier:
                            Certificate: cacerts/ca.pem
                            OrganizationalUnitIdentifier: orderer
                          AdminOUIdentifier:
                            Certificate: cacerts/ca.pem
                            OrganizationalUnitIdentifier: admin
                        """);
        assertThat(permissions(folder.resolve("keystore/priv_sk"))).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("cacerts/ca.pem"))).isEqualTo("rw-r--r--");
    }

    @Test
    void reads_back_what_it_wrote() {
        MspFolder.ofNode(authority, peer).write(parent.resolve("msp"));

        MspFolder read = MspFolder.read(parent.resolve("msp"));

        assertThat(read.roots()).containsExactly(authority.root());
        assertThat(read.tlsRoots()).containsExactly(authority.tlsRoot());
        assertThat(read.own()).hasValueSatisfying(own -> {
            assertThat(own.key().keyId()).isEqualTo(peer.key().keyId());
            assertThat(own.chain()).isEqualTo(peer.chain());
        });
    }

    @Test
    void carries_revocation_lists_and_several_roots_to_the_validator() {
        AgencyCa next = AgencyCa.create(AU, YEAR);
        var list = authority.revoke(1, List.of(peer.certificate().getSerialNumber()), START, YEAR.notAfter());
        new MspFolder(List.of(authority.root(), next.root()), List.of(), List.of(list), Optional.empty())
                .write(parent.resolve("msp"));

        MspFolder read = MspFolder.read(parent.resolve("msp"));
        MspValidator validator = read.validator(AU);

        byte[] nextPeer =
                Certificates.pem(next.issue(NodeRole.PEER, "peer0", YEAR).certificate());
        assertThat(read.own()).isEmpty();
        assertThat(validator.validate(Certificates.pem(peer.certificate()), START))
                .isEqualTo(new Invalid(IdentityFault.REVOKED));
        assertThat(validator.validate(nextPeer, START)).isInstanceOf(Valid.class);
        assertThat(parent.resolve("msp/config.yaml")).content().doesNotContain("Certificate:");
    }

    @Test
    void refuses_a_damaged_folder_and_names_the_file() throws IOException {
        Path folder = parent.resolve("msp");
        MspFolder.ofNode(authority, peer).write(folder);
        assertFault(FileFault.EXISTS, "msp", () -> MspFolder.ofMember(authority).write(folder));
        assertFault(FileFault.MISSING, "none", () -> MspFolder.read(parent.resolve("none")));

        Files.writeString(folder.resolve("cacerts/other.pem"), "no certificate");
        assertFault(FileFault.DAMAGED, "other.pem", () -> MspFolder.read(folder));
        Files.delete(folder.resolve("cacerts/other.pem"));

        Files.write(
                folder.resolve("keystore/priv_sk"),
                authority.issue(NodeRole.PEER, "peer1", YEAR).key().privateKeyPem());
        assertFault(FileFault.DAMAGED, "keystore", () -> MspFolder.read(folder));

        Files.writeString(folder.resolve("config.yaml"), "NodeOUs:\n  Enable: false\n");
        assertFault(FileFault.DAMAGED, "config.yaml", () -> MspFolder.read(folder));
        Files.delete(folder.resolve("config.yaml"));
        assertFault(FileFault.MISSING, "config.yaml", () -> MspFolder.read(folder));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void assertFault(FileFault fault, String file, ThrowingCallable call) {
        assertThatThrownBy(call)
                .hasMessageContaining(file)
                .isInstanceOfSatisfying(
                        FileFaultException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }
}
