package org.entente.certs.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entente.certs.file.FileFault;
import org.entente.certs.file.FileFaultException;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.SigningKey;
import org.entente.certs.key.SoftwareKey;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Subject;
import org.entente.certs.x509.Validity;
import org.entente.model.member.MemberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgencyCaTest {
    private static final MemberId AU = new MemberId("AU");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Validity TEN_YEARS = Validity.from(START, Duration.ofDays(3652));
    private static final Validity YEAR = Validity.from(START, Duration.ofDays(365));
    private static final char[] PASSWORD = "correct horse".toCharArray();

    private final AgencyCa authority = AgencyCa.create(AU, TEN_YEARS);

    @TempDir
    private Path folder;

    @Test
    void has_two_roots_that_sign_certificates_and_lists_and_nothing_else() throws Exception {
        for (X509Certificate root : List.of(authority.root(), authority.tlsRoot())) {
            root.verify(root.getPublicKey());
            assertThat(root.getBasicConstraints())
                    .as("no intermediate below it")
                    .isZero();
            assertThat(root.getKeyUsage()).containsExactly(false, false, false, false, false, true, true, false, false);
            assertThat(root.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.19", "2.5.29.15");
            assertThat(root.getExtensionValue("2.5.29.14"))
                    .as("subject key identifier")
                    .hasSize(24);
            assertThat(Validity.of(root)).isEqualTo(TEN_YEARS);
            assertThat(Subject.of(root).organizations()).containsExactly("AU");
        }
        assertThat(authority.root().getPublicKey())
                .isNotEqualTo(authority.tlsRoot().getPublicKey());
    }

    @Test
    void issues_an_identity_as_fabric_reads_it() throws Exception {
        CertifiedKey peer = authority.issue(NodeRole.PEER, "peer0.customs.example", YEAR);
        X509Certificate certificate = peer.certificate();

        certificate.verify(authority.root().getPublicKey());
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=peer0.customs.example,OU=peer,O=AU");
        assertThat(Validity.of(certificate)).isEqualTo(YEAR);
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getKeyUsage()).startsWith(true, false, false, false, false, false, false);
        assertThat(certificate.getSerialNumber().bitLength()).isEqualTo(127);
        assertThat(peer.chain()).containsExactly(certificate, authority.root());
    }

    @Test
    void issues_a_tls_certificate_for_servers_and_clients_with_names_and_addresses() throws Exception {
        X509Certificate certificate = authority
                .issueTls("peer0", List.of("localhost", "127.0.0.1", "::1", "peer0.customs.example"), YEAR)
                .certificate();

        certificate.verify(authority.tlsRoot().getPublicKey());
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(2, "localhost"),
                        List.of(7, "127.0.0.1"),
                        List.of(7, "0:0:0:0:0:0:0:1"),
                        List.of(2, "peer0.customs.example"));
        assertThat(NodeRole.in(Subject.of(certificate)))
                .as("it speaks for nobody")
                .isEmpty();
    }

    @Test
    void issues_for_a_key_it_never_sees() {
        SoftwareKey officer = SoftwareKey.generate();

        X509Certificate certificate = authority.issue(NodeRole.CLIENT, "officer 17", YEAR, officer.publicKeySpki());

        assertThat(certificate.getPublicKey().getEncoded()).isEqualTo(officer.publicKeySpki());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> authority.issue(NodeRole.CLIENT, "officer 17", YEAR, new byte[91]));
    }

    @Test
    void renews_identity_and_tls_certificate_over_a_new_key() throws Exception {
        Validity next = Validity.from(YEAR.notAfter(), Duration.ofDays(365));
        CertifiedKey peer = authority.issue(NodeRole.PEER, "peer0", YEAR);
        CertifiedKey server = authority.issueTls("peer0", List.of("localhost", "::1"), YEAR);

        CertifiedKey renewedPeer = authority.renew(peer.certificate(), next);
        CertifiedKey renewedServer = authority.renew(server.certificate(), next);

        assertThat(Subject.of(renewedPeer.certificate())).isEqualTo(Subject.of(peer.certificate()));
        assertThat(Validity.of(renewedPeer.certificate())).isEqualTo(next);
        assertThat(renewedPeer.key().keyId()).isNotEqualTo(peer.key().keyId());
        assertThat(renewedServer.certificate().getSubjectAlternativeNames())
                .containsExactlyElementsOf(server.certificate().getSubjectAlternativeNames());
        X509Certificate foreign = AgencyCa.create(AU, TEN_YEARS)
                .issue(NodeRole.PEER, "peer0", YEAR)
                .certificate();
        assertThatIllegalArgumentException().isThrownBy(() -> authority.renew(foreign, next));
        assertThatIllegalArgumentException().isThrownBy(() -> authority.renew(authority.root(), next));
    }

    @Test
    void says_that_renewal_is_due_when_two_thirds_are_over() {
        Validity ninetyDays = Validity.from(START, Duration.ofDays(90));

        assertThat(ninetyDays.isRenewalDue(START.plus(Duration.ofDays(60)).minusSeconds(1)))
                .isFalse();
        assertThat(ninetyDays.isRenewalDue(START.plus(Duration.ofDays(60)))).isTrue();
    }

    @Test
    void issues_nothing_that_outlives_its_root() {
        Validity fits = new Validity(TEN_YEARS.notAfter().minusSeconds(60), TEN_YEARS.notAfter());
        Validity late = new Validity(fits.notBefore(), fits.notAfter().plusSeconds(1));
        Validity early = new Validity(START.minusSeconds(1), fits.notAfter());

        assertThat(authority.issue(NodeRole.PEER, "peer0", fits)).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> authority.issue(NodeRole.PEER, "peer0", late));
        assertThatIllegalArgumentException().isThrownBy(() -> authority.issue(NodeRole.PEER, "peer0", early));
        assertThatIllegalArgumentException().isThrownBy(() -> new Validity(START, START));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "peer\n0", "\u0000", "12345678901234567890123456789012345678901234567890123456789012345"})
    void refuses_common_names_that_would_mislead(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> authority.issue(NodeRole.PEER, name, YEAR));
    }

    @Test
    void writes_a_common_name_as_text_and_never_as_syntax() {
        X509Certificate certificate =
                authority.issue(NodeRole.CLIENT, "x,OU=admin+OU=peer", YEAR).certificate();

        assertThat(NodeRole.in(Subject.of(certificate))).containsExactly(NodeRole.CLIENT);
        assertThat(Subject.of(certificate).commonNames()).containsExactly("x,OU=admin+OU=peer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "300.1.1.1", "::g::", "peer0\u0000.example"})
    void refuses_hosts_that_are_none(String host) {
        assertThatIllegalArgumentException().isThrownBy(() -> authority.issueTls("peer0", List.of(host), YEAR));
        assertThatIllegalArgumentException().isThrownBy(() -> authority.issueTls("peer0", List.of(), YEAR));
    }

    @Test
    void goes_on_after_being_saved_and_opened() throws Exception {
        Path saved = folder.resolve("au");
        authority.save(saved, PASSWORD);

        AgencyCa opened = AgencyCa.open(saved, PASSWORD);

        assertThat(opened.member()).isEqualTo(AU);
        assertThat(opened.root()).isEqualTo(authority.root());
        opened.issue(NodeRole.PEER, "peer1", YEAR)
                .certificate()
                .verify(authority.root().getPublicKey());
        assertThat(Files.readAllBytes(saved.resolve("ca.pem"))).isEqualTo(Certificates.pem(authority.root()));
        assertFault(FileFault.EXISTS, () -> authority.save(saved, PASSWORD));
        assertFault(FileFault.WRONG_PASSWORD, () -> AgencyCa.open(saved, "wrong".toCharArray()));
        assertFault(FileFault.MISSING, () -> AgencyCa.open(folder.resolve("none"), PASSWORD));
    }

    @Test
    void refuses_a_folder_put_together_from_two() throws IOException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        authority.save(first, PASSWORD);
        AgencyCa.create(new MemberId("CN"), TEN_YEARS).save(second, PASSWORD);
        Files.copy(second.resolve("tlsca.p12"), first.resolve("tlsca.p12"), StandardCopyOption.REPLACE_EXISTING);
        assertFault(FileFault.DAMAGED, () -> AgencyCa.open(first, PASSWORD));

        Files.copy(second.resolve("tlsca.pem"), first.resolve("tlsca.pem"), StandardCopyOption.REPLACE_EXISTING);
        assertFault(FileFault.DAMAGED, () -> AgencyCa.open(first, PASSWORD));
    }

    @Test
    void works_over_keys_that_never_leave_their_module_and_says_that_it_cannot_save_them() throws Exception {
        SigningKey first = new Hsm(SoftwareKey.generate());
        SigningKey second = new Hsm(SoftwareKey.generate());
        AgencyCa created = AgencyCa.create(AU, TEN_YEARS, first, second);

        AgencyCa again = AgencyCa.over(AU, first, created.root(), second, created.tlsRoot());

        again.issue(NodeRole.ADMIN, "admin", YEAR)
                .certificate()
                .verify(created.root().getPublicKey());
        assertThatIllegalStateException().isThrownBy(() -> again.save(folder.resolve("hsm"), PASSWORD));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).as("nothing half written").isEmpty();
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AgencyCa.over(AU, second, created.root(), first, created.tlsRoot()));
    }

    @Test
    void reads_back_no_certificate_with_text_around_it() {
        String pem = new String(Certificates.pem(authority.root()), StandardCharsets.US_ASCII);

        assertThat(Certificates.parsePem(pem.getBytes(StandardCharsets.US_ASCII)))
                .contains(authority.root());
        assertThat(Certificates.parsePem(pem.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII)))
                .contains(authority.root());
        assertThat(Certificates.parsePem(("hello\n" + pem).getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(Certificates.parseDer(pem.getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    private static void assertFault(FileFault fault, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FileFaultException.class, e -> assertThat(e.fault()).isEqualTo(fault));
    }

    /** Shows the interface only, as a driver of a hardware module would. */
    private record Hsm(SoftwareKey inside) implements SigningKey {
        @Override
        public PublicKey publicKey() {
            return inside.publicKey();
        }

        @Override
        public byte[] publicKeySpki() {
            return inside.publicKeySpki();
        }

        @Override
        public byte[] sign(byte[] data) {
            return inside.sign(data);
        }
    }
}
