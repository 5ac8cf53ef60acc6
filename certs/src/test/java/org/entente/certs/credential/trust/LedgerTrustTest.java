package org.entente.certs.credential.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.certs.key.SoftwareKey;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.Admission;
import org.entente.model.member.KeyPurpose;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.MemberRegistry;
import org.entente.model.member.PublicRecords;
import org.entente.model.member.VerificationKey;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.trust.AsOf;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedIssuer;
import org.entente.model.trust.TrustedKey;
import org.junit.jupiter.api.Test;

class LedgerTrustTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final MemberId AU = new MemberId("AU");
    private static final MemberId SG = new MemberId("SG");
    private static final VerificationKey STATEMENTS = key(KeyPurpose.STATEMENT);
    private static final VerificationKey FIRST = key(KeyPurpose.CREDENTIAL);
    private static final VerificationKey SECOND = key(KeyPurpose.CREDENTIAL);

    private final MemberRegistry registry = new MemberRegistry();
    private long block;

    @Test
    void names_members_with_their_keys_and_agreements_as_of_a_position() {
        admit(AU, "did:web:customs.example.au", true);
        publish(AU, STATEMENTS, FIRST);
        Position here = next();
        publish(AU, STATEMENTS, FIRST, SECOND);

        Trust trust = at(here);

        assertThat(trust.asOf()).contains(new AsOf(NOON, Optional.of(here)));
        assertThat(trust.memberOf("did:web:customs.example.au")).contains(AU);
        TrustedIssuer issuer = trust.of(AU).issuer().orElseThrow();
        assertThat(issuer.keys()).containsExactly(new TrustedKey(FIRST, Optional.empty()));
        assertThat(issuer.isEntitled("origin.certificate", "CHAFTA", NOON)).isTrue();
        assertThat(issuer.isEntitled("origin.certificate", "ATIGA", NOON)).isFalse();
        assertThat(trust.of(AU).keys()).containsExactly(Digest.of(STATEMENTS.spki()));
        assertThat(at(new Position(0, 0, 0)).members()).isEmpty();
        assertThat(Trust.parse(trust.bytes())).extracting("value").isEqualTo(trust);
    }

    @Test
    void keeps_a_withdrawn_key_with_the_place_where_it_stopped() {
        admit(AU, "did:web:customs.example.au", true);
        publish(AU, STATEMENTS, FIRST);
        Position gone = publish(AU, STATEMENTS, SECOND);
        assertThat(keys())
                .containsExactly(new TrustedKey(FIRST, Optional.of(gone)), new TrustedKey(SECOND, Optional.empty()));

        publish(AU, STATEMENTS, FIRST, SECOND);
        assertThat(keys())
                .containsExactly(new TrustedKey(FIRST, Optional.empty()), new TrustedKey(SECOND, Optional.empty()));

        Position unreadable = next();
        registry.record(unreadable, "member/AU/keys", new byte[] {1});
        assertThat(keys())
                .containsExactly(
                        new TrustedKey(FIRST, Optional.of(unreadable)),
                        new TrustedKey(SECOND, Optional.of(unreadable)));
    }

    @Test
    void ends_every_key_where_a_member_is_expelled_until_it_is_admitted_again() {
        admit(AU, "did:web:customs.example.au", true);
        publish(AU, STATEMENTS, FIRST);
        Position expelled = admit(AU, "did:web:customs.example.au", false);
        publish(AU, STATEMENTS, FIRST);
        assertThat(keys()).containsExactly(new TrustedKey(FIRST, Optional.of(expelled)));
        admit(AU, "did:web:customs.example.au", true);
        assertThat(keys()).containsExactly(new TrustedKey(FIRST, Optional.empty()));
    }

    @Test
    void takes_no_credential_from_two_members_of_one_did() {
        admit(AU, "did:web:customs.example", true);
        admit(SG, "did:web:customs.example", true);
        assertThat(at(next()).of(AU).issuer()).isEmpty();
        assertThat(at(next()).of(SG).issuer()).isEmpty();
    }

    private List<TrustedKey> keys() {
        return at(next()).of(AU).issuer().orElseThrow().keys();
    }

    private Trust at(Position position) {
        return new LedgerTrust(registry, RuleSets.shipped()).at(position, NOON);
    }

    private Position next() {
        return new Position(++block, 0, 0);
    }

    private Position admit(MemberId member, String did, boolean admitted) {
        Position at = next();
        registry.record(
                at,
                PublicRecords.admissionKey(member),
                PublicRecords.write(new Admission(member, "Customs of " + member, did, admitted)));
        return at;
    }

    private Position publish(MemberId member, VerificationKey... keys) {
        Position at = next();
        registry.record(
                at,
                PublicRecords.keysKey(member),
                PublicRecords.write(new MemberKeys(member, Arrays.asList(keys), Map.of())));
        return at;
    }

    private static VerificationKey key(KeyPurpose purpose) {
        SoftwareKey key = SoftwareKey.generate();
        return new VerificationKey(
                key.keyId(), key.publicKeySpki(), Set.of(purpose), NOON.minusSeconds(60), Optional.empty());
    }
}
