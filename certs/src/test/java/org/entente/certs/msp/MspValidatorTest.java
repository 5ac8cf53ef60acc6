package org.entente.certs.msp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.agency.ForeignCertificate;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.key.Mutation;
import org.entente.certs.msp.IdentityOutcome.Invalid;
import org.entente.certs.msp.IdentityOutcome.Valid;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Pem;
import org.entente.certs.x509.Validity;
import org.entente.model.member.MemberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MspValidatorTest {
    private static final MemberId AU = new MemberId("AU");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");
    private static final Validity TEN_YEARS = Validity.from(START, Duration.ofDays(3652));
    private static final Validity ONE_YEAR = Validity.from(START, Duration.ofDays(365));

    private final AgencyCa authority = AgencyCa.create(AU, TEN_YEARS);
    private final MspValidator validator = MspFolder.ofMember(authority).validator(AU);

    @ParameterizedTest
    @EnumSource(NodeRole.class)
    void accepts_an_identity_of_each_role(NodeRole role) {
        CertifiedKey identity = authority.issue(role, "peer0.customs.example", ONE_YEAR);

        assertThat(validator.validate(pem(identity), NOON)).isInstanceOfSatisfying(Valid.class, valid -> {
            assertThat(valid.role()).isEqualTo(role);
            assertThat(valid.certificate()).isEqualTo(identity.certificate());
            assertThat(valid.publicKeySpki()).isEqualTo(identity.key().publicKeySpki());
        });
    }

    @Test
    void accepts_from_the_first_second_to_the_last_and_looks_again_at_every_question() {
        byte[] pem = pem(authority.issue(NodeRole.PEER, "peer0", ONE_YEAR));

        assertThat(validator.validate(pem, START)).isInstanceOf(Valid.class);
        assertThat(validator.validate(pem, START.minusNanos(1))).isEqualTo(new Invalid(IdentityFault.NOT_YET_VALID));
        assertThat(validator.validate(pem, ONE_YEAR.notAfter().plusMillis(999))).isInstanceOf(Valid.class);
        assertThat(validator.validate(pem, ONE_YEAR.notAfter().plusSeconds(1)))
                .isEqualTo(new Invalid(IdentityFault.EXPIRED));
    }

    @Test
    void refuses_another_members_identity_though_its_authority_bears_the_same_name() {
        AgencyCa impostor = AgencyCa.create(AU, TEN_YEARS);
        AgencyCa china = AgencyCa.create(new MemberId("CN"), TEN_YEARS);

        assertFault(pem(impostor.issue(NodeRole.PEER, "peer0", ONE_YEAR)), IdentityFault.UNTRUSTED);
        assertFault(pem(china.issue(NodeRole.PEER, "peer0", ONE_YEAR)), IdentityFault.UNTRUSTED);
    }

    @Test
    void refuses_a_tls_certificate_and_a_root_as_identity() {
        assertFault(pem(authority.issueTls("peer0", List.of("localhost"), ONE_YEAR)), IdentityFault.UNTRUSTED);
        assertFault(Certificates.pem(authority.root()), IdentityFault.CA_CERTIFICATE);
    }

    @Test
    void wants_exactly_one_node_role_and_does_not_mind_other_units() {
        assertFault(foreign("OU=peer,OU=client"), IdentityFault.SEVERAL_NODE_ROLES);
        assertFault(foreign("OU=peer,OU=peer"), IdentityFault.SEVERAL_NODE_ROLES);
        assertFault(foreign("OU=peer+OU=admin"), IdentityFault.SEVERAL_NODE_ROLES);
        assertFault(foreign("OU=origin branch"), IdentityFault.NO_NODE_ROLE);
        assertFault(foreign("OU=Peer"), IdentityFault.NO_NODE_ROLE);
        assertFault(foreign("O=AU"), IdentityFault.NO_NODE_ROLE);
        assertThat(validator.validate(foreign("OU=origin branch,OU=peer"), NOON))
                .isInstanceOf(Valid.class);
    }

    @Test
    void refuses_keys_and_extensions_it_cannot_judge() {
        ForeignCertificate peer = ForeignCertificate.of(authority, "OU=peer");

        assertFault(Certificates.pem(peer.onCurve("secp384r1").sign()), IdentityFault.UNSUPPORTED_KEY);
        assertFault(Certificates.pem(peer.withUnknownCriticalExtension().sign()), IdentityFault.UNSUITABLE);
        assertFault(Certificates.pem(peer.withoutSigningUsage().sign()), IdentityFault.UNSUITABLE);
    }

    @Test
    void refuses_a_certificate_that_ends_before_it_begins() {
        byte[] pem = Certificates.pem(ForeignCertificate.of(authority, "OU=peer")
                .valid(NOON.plusSeconds(60), NOON.minusSeconds(60))
                .sign());

        assertThat(validator.validate(pem, NOON)).isInstanceOf(Invalid.class);
    }

    @Test
    void refuses_a_revoked_identity_and_keeps_its_neighbour() {
        X509Certificate revoked =
                authority.issue(NodeRole.PEER, "peer0", ONE_YEAR).certificate();
        X509Certificate neighbour =
                authority.issue(NodeRole.PEER, "peer1", ONE_YEAR).certificate();
        X509CRL list = authority.revoke(1, List.of(revoked.getSerialNumber()), START, NOON);
        MspValidator informed = MspValidator.of(AU, List.of(authority.root()), List.of(list));

        assertThat(informed.validate(Certificates.pem(revoked), NOON)).isEqualTo(new Invalid(IdentityFault.REVOKED));
        assertThat(informed.validate(Certificates.pem(neighbour), NOON)).isInstanceOf(Valid.class);
    }

    @Test
    void trusts_nothing_without_a_root_and_no_list_of_a_stranger() {
        AgencyCa stranger = AgencyCa.create(AU, TEN_YEARS);
        X509CRL list = stranger.revoke(1, List.of(), START, NOON);
        X509Certificate peer = authority.issue(NodeRole.PEER, "peer0", ONE_YEAR).certificate();

        assertThatIllegalArgumentException().isThrownBy(() -> MspValidator.of(AU, List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> MspValidator.of(AU, List.of(peer), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MspValidator.of(AU, List.of(authority.root()), List.of(list)));
    }

    @Test
    void accepts_both_roots_while_one_replaces_the_other() {
        AgencyCa next = AgencyCa.create(AU, TEN_YEARS);
        MspValidator both = MspValidator.of(AU, List.of(authority.root(), next.root()), List.of());

        assertThat(both.validate(pem(authority.issue(NodeRole.PEER, "peer0", ONE_YEAR)), NOON))
                .isInstanceOf(Valid.class);
        assertThat(both.validate(pem(next.issue(NodeRole.PEER, "peer0", ONE_YEAR)), NOON))
                .isInstanceOf(Valid.class);
    }

    @Test
    void survives_mutated_certificates_and_accepts_none() {
        X509Certificate original =
                authority.issue(NodeRole.PEER, "peer0", ONE_YEAR).certificate();
        byte[] der = Certificates.der(original);
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            byte[] mutated = Mutation.of(der, random);
            byte[] pem = Pem.encode("CERTIFICATE", mutated).getBytes(StandardCharsets.US_ASCII);
            if (!Arrays.equals(mutated, der)) {
                assertThat(validator.validate(pem, NOON))
                        .as(() -> HexFormat.of().formatHex(der) + "\n"
                                + HexFormat.of().formatHex(mutated))
                        .isInstanceOf(Invalid.class);
            }
        }
    }

    /** The JDK reads such a certificate, and its signature verifies: two sequences of bytes for one identity. */
    @Test
    void refuses_a_signature_with_bits_declared_unused() throws Exception {
        X509Certificate even;
        do {
            even = authority.issue(NodeRole.PEER, "peer0", ONE_YEAR).certificate();
        } while ((even.getSignature()[even.getSignature().length - 1] & 1) == 1);
        byte[] der = Certificates.der(even);
        int unusedBits = der.length - even.getSignature().length - 1;
        assertThat(der[unusedBits]).isZero();
        der[unusedBits] = 1;

        CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(der))
                .verify(authority.root().getPublicKey());
        assertFault(Pem.encode("CERTIFICATE", der).getBytes(StandardCharsets.US_ASCII), IdentityFault.MALFORMED);
    }

    @Test
    void survives_mutated_text_and_reads_it_as_the_same_certificate_or_not_at_all() {
        X509Certificate original =
                authority.issue(NodeRole.PEER, "peer0", ONE_YEAR).certificate();
        byte[] pem = Certificates.pem(original);
        Random random = new Random(8);
        for (int i = 0; i < 5_000; i++) {
            if (validator.validate(Mutation.of(pem, random), NOON) instanceof Valid valid) {
                assertThat(valid.certificate()).isEqualTo(original);
            }
        }
    }

    @Test
    void refuses_anything_that_is_not_one_certificate() {
        byte[] pem = pem(authority.issue(NodeRole.PEER, "peer0", ONE_YEAR));
        byte[] twice = Arrays.copyOf(pem, 2 * pem.length);
        System.arraycopy(pem, 0, twice, pem.length, pem.length);

        assertFault(new byte[0], IdentityFault.MALFORMED);
        assertFault(twice, IdentityFault.MALFORMED);
        assertFault(new byte[1 << 20], IdentityFault.MALFORMED);
        assertFault(
                "-----BEGIN CERTIFICATE----------END CERTIFICATE-----".getBytes(StandardCharsets.US_ASCII),
                IdentityFault.MALFORMED);
        assertFault("-----BEGIN CERTIFICATE-----".getBytes(StandardCharsets.US_ASCII), IdentityFault.MALFORMED);
    }

    private byte[] foreign(String units) {
        return Certificates.pem(ForeignCertificate.of(authority, units).sign());
    }

    private void assertFault(byte[] pem, IdentityFault fault) {
        assertThat(validator.validate(pem, NOON)).isEqualTo(new Invalid(fault));
    }

    private static byte[] pem(CertifiedKey identity) {
        return Certificates.pem(identity.certificate());
    }
}
