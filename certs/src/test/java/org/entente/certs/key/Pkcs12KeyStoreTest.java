package org.entente.certs.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.file.FileFault;
import org.entente.certs.file.FileFaultException;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Validity;
import org.entente.model.member.MemberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pkcs12KeyStoreTest {
    private static final char[] PASSWORD = "correct horse".toCharArray();
    private static final byte[] DATA = {1, 2, 3};
    private static final Validity YEAR = Validity.from(Instant.parse("2026-01-01T00:00:00Z"), Duration.ofDays(365));

    private final AgencyCa authority = AgencyCa.create(new MemberId("AU"), YEAR);
    private final CertifiedKey peer = authority.issue(NodeRole.PEER, "peer0", YEAR);

    @TempDir
    private Path folder;

    @Test
    void opens_what_it_wrote_and_signs_with_it() {
        Path file = created();

        CertifiedKey opened = Pkcs12KeyStore.open(file, PASSWORD);

        assertThat(opened.chain()).isEqualTo(peer.chain());
        assertThat(opened.key().keyId()).isEqualTo(peer.key().keyId());
        assertThat(EcdsaP256.verifies(
                        peer.key().publicKeySpki(), DATA, opened.key().sign(DATA)))
                .isTrue();
    }

    @Test
    void writes_for_the_owner_only_and_leaves_nothing_beside_it() throws IOException {
        Path file = created();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void never_overwrites_a_key_unless_asked_to_replace_it() {
        Path file = created();
        CertifiedKey renewed = authority.renew(peer.certificate(), YEAR);

        assertFault(FileFault.EXISTS, () -> Pkcs12KeyStore.create(file, PASSWORD, renewed));
        assertThat(Pkcs12KeyStore.open(file, PASSWORD).chain()).isEqualTo(peer.chain());
        Pkcs12KeyStore.replace(file, PASSWORD, renewed);
        assertThat(Pkcs12KeyStore.open(file, PASSWORD).chain()).isEqualTo(renewed.chain());
        assertFault(FileFault.MISSING, () -> Pkcs12KeyStore.replace(folder.resolve("other.p12"), PASSWORD, renewed));
    }

    @Test
    void tells_a_wrong_password_from_a_missing_and_a_damaged_file() throws IOException {
        Path file = created();
        byte[] bytes = Files.readAllBytes(file);
        Path truncated = Files.write(folder.resolve("truncated.p12"), Arrays.copyOf(bytes, bytes.length / 2));
        Path empty = Files.write(folder.resolve("empty.p12"), new byte[0]);
        Path text = Files.writeString(folder.resolve("text.p12"), "-----BEGIN PRIVATE KEY-----");
        Path huge = Files.write(folder.resolve("huge.p12"), new byte[(1 << 20) + 1]);

        assertFault(FileFault.WRONG_PASSWORD, () -> Pkcs12KeyStore.open(file, "wrong".toCharArray()));
        assertFault(FileFault.WRONG_PASSWORD, () -> Pkcs12KeyStore.open(file, new char[0]));
        assertFault(FileFault.MISSING, () -> Pkcs12KeyStore.open(folder.resolve("none.p12"), PASSWORD));
        for (Path damaged : List.of(truncated, empty, text, huge)) {
            assertFault(FileFault.DAMAGED, () -> Pkcs12KeyStore.open(damaged, PASSWORD));
        }
        assertFault(FileFault.INACCESSIBLE, () -> Pkcs12KeyStore.open(folder, PASSWORD));
    }

    @Test
    void survives_mutated_files_and_opens_them_to_the_same_key_or_not_at_all() throws IOException {
        byte[] bytes = Files.readAllBytes(created());
        Path file = folder.resolve("mutated.p12");
        Random random = new Random(12);
        for (int i = 0; i < 150; i++) {
            Files.write(file, Mutation.of(bytes, random));
            try {
                assertThat(Pkcs12KeyStore.open(file, PASSWORD).chain()).isEqualTo(peer.chain());
            } catch (FileFaultException e) {
                assertThat(e.fault()).isIn(FileFault.DAMAGED, FileFault.WRONG_PASSWORD);
            }
        }
    }

    @Test
    void wants_a_password_and_says_nothing_of_it() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pkcs12KeyStore.create(folder.resolve("open.p12"), new char[0], peer));
        assertThat(folder.resolve("open.p12")).doesNotExist();
        assertThatThrownBy(() -> Pkcs12KeyStore.open(created(), "hunter2".toCharArray()))
                .hasMessageContaining("WRONG_PASSWORD")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void keeps_a_key_and_another_keys_certificate_apart() {
        SoftwareKey other = SoftwareKey.generate();

        assertThatIllegalArgumentException().isThrownBy(() -> new CertifiedKey(other, peer.chain()));
        assertThatIllegalArgumentException().isThrownBy(() -> new CertifiedKey(other, List.of()));
    }

    @Test
    void reads_its_private_key_from_pem_for_the_right_public_key_only() {
        byte[] pem = peer.key().privateKeyPem();

        assertThat(new String(pem, StandardCharsets.US_ASCII)).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(SoftwareKey.ofPem(pem, peer.key().publicKeySpki())).isPresent();
        assertThat(SoftwareKey.ofPem(pem, SoftwareKey.generate().publicKeySpki()))
                .isEmpty();
    }

    private Path created() {
        Path file = folder.resolve("peer.p12");
        Pkcs12KeyStore.create(file, PASSWORD, peer);
        return file;
    }

    private static void assertFault(FileFault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FileFaultException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }
}
