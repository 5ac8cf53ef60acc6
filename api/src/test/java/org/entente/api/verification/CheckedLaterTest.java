package org.entente.api.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.api.verification.VerificationView.Outcome.COULD_NOT_CHECK;
import static org.entente.api.verification.VerificationView.Outcome.INVALID;
import static org.entente.api.verification.VerificationView.Outcome.VALID;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.api.account.Role;
import org.entente.api.certificate.CertificateName;
import org.entente.api.node.NodeTrust;
import org.entente.api.stage.Api;
import org.entente.api.stage.Issuance;
import org.entente.api.stage.Stage;
import org.entente.api.stage.Until;
import org.entente.certs.credential.verify.VerifyPolicy;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.ReferenceNumber;
import org.entente.model.trust.AsOf;
import org.entente.model.trust.Trust;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** China checks what Australia issued long after it heard from the ledger, or after the goods came. */
class CheckedLaterTest {
    private static final Api AU = Stage.shared().au();
    private static final Api CN = Stage.shared().cn();
    private static final Issuance ISSUANCE = new Issuance(AU, "later-exporter", "later-issuer");
    private static final Duration DAY = VerifyPolicy.STANDARD.longestList();
    private static final Duration SKEW = VerifyPolicy.STANDARD.skew();

    @BeforeAll
    static void accounts() {
        AU.account("later-exporter", AU.organisation("Exporter"), Role.EXPORTER);
        AU.account("later-issuer", AU.organisation("Administration"), Role.ISSUING_OFFICER);
        CN.account("later-officer", CN.organisation("Administration"), Role.VERIFYING_OFFICER);
    }

    private static String arrived() {
        String name = ISSUANCE.issued();
        Until.holds(() -> CN.get("later-officer", "/v1/inbox/" + name), answer -> answer.status() == 200);
        return name;
    }

    private static Result byNumber(String name, Moments at) {
        return CN.part(NumberChecking.class).check(new Presented.Numbered(CertificateName.read(name)), trust(), at);
    }

    private static Result byCredential(String name, Moments at) {
        return byCredential(name, trust(), at);
    }

    private static Result byCredential(String name, Trust trust, Moments at) {
        byte[] jwt = AU.get("later-exporter", "/v1/certificates/" + name + "/credential")
                .expect(200)
                .response()
                .body();
        return CN.part(CredentialChecking.class).check(jwt, trust, at);
    }

    private static Result bySeal(String name, Moments at) {
        String seal = AU.get("later-exporter", "/v1/certificates/" + name + "/seal")
                .expect(200)
                .text("/seal");
        return CN.part(SealChecking.class).check(seal, trust(), at);
    }

    private static List<String> codes(Result result) {
        return result.because().stream()
                .map(finding -> finding.code().name())
                .distinct()
                .toList();
    }

    private static Trust trust() {
        return CN.part(NodeTrust.class).now();
    }

    /** The last moment at which the ledger was followed of late. */
    private static Instant last() {
        return trust().asOf().orElseThrow().time().plus(DAY);
    }

    @Test
    void a_number_is_answered_by_a_copy_of_a_day_and_could_not_be_checked_by_an_older_one() {
        String name = arrived();
        assertThat(byNumber(name, Moments.of(last())).outcome()).isEqualTo(VALID);
        Result stale = byNumber(name, Moments.of(last().plusNanos(1)));
        assertThat(codes(stale)).containsExactly("CREDENTIAL_TRUST_STALE");
        assertThat(stale.outcome()).isEqualTo(COULD_NOT_CHECK);
    }

    @Test
    void an_old_copy_does_not_say_that_a_number_is_unknown() {
        CertificateId known = CertificateName.read(arrived());
        String none = CertificateName.of(
                new CertificateId(known.issuer(), known.agreement(), new ReferenceNumber("NEVER-ISSUED")));
        assertThat(codes(byNumber(none, Moments.of(last())))).containsExactly("VERIFICATION_NUMBER_UNKNOWN");
        Result stale = byNumber(none, Moments.of(last().plusNanos(1)));
        assertThat(codes(stale)).containsExactly("CREDENTIAL_TRUST_STALE");
        assertThat(stale.outcome()).isEqualTo(COULD_NOT_CHECK);
    }

    @Test
    void a_check_goes_by_the_trust_that_it_was_given_and_asks_for_no_other() {
        String name = arrived();
        Trust before = new Trust(
                trust().members(), Optional.of(new AsOf(last().minus(DAY.multipliedBy(30)), Optional.empty())));
        Result old = byCredential(name, before, Moments.of(last()));
        assertThat(old.copy().orElseThrow().isCurrent()).isFalse();
        assertThat(old.basis().trust()).isEqualTo(before.asOf());
        Result nobody = byCredential(name, Trust.NOBODY, Moments.of(last()));
        assertThat(codes(nobody)).contains("CREDENTIAL_ISSUER_NOT_KNOWN_YET");
        assertThat(nobody.outcome()).isEqualTo(COULD_NOT_CHECK);
    }

    @Test
    void what_was_cancelled_stays_invalid_however_old_the_copy_is() {
        String name = arrived();
        AU.send(AU.post("later-issuer", "/v1/certificates/" + name + "/cancellation", "{}"))
                .expect(202);
        Until.holds(() -> byNumber(name, Moments.of(last())), result -> result.outcome() == INVALID);
        Result stale = byNumber(name, Moments.of(last().plusNanos(1)));
        assertThat(codes(stale)).containsExactly("STATUS_REVOKED", "CREDENTIAL_TRUST_STALE");
        assertThat(stale.outcome()).isEqualTo(INVALID);
    }

    @Test
    void credentials_and_seals_need_no_list_beside_a_copy_of_a_day_and_one_beside_an_older_one() {
        String name = arrived();
        for (Function<Moments, Result> check :
                List.<Function<Moments, Result>>of(at -> byCredential(name, at), at -> bySeal(name, at))) {
            Result fresh = check.apply(Moments.of(last()));
            assertThat(fresh.outcome()).as(fresh.because().toString()).isEqualTo(VALID);
            Result stale = check.apply(Moments.of(last().plusNanos(1)));
            assertThat(codes(stale)).containsExactly("STATUS_LIST_MISSING");
            assertThat(stale.outcome()).isEqualTo(COULD_NOT_CHECK);
        }
    }

    @Test
    void validity_has_to_last_until_it_was_presented_and_all_else_counts_as_it_is_known_now() {
        String name = arrived();
        checkedLater(Duration.ZERO, at -> byNumber(name, at));
        checkedLater(SKEW, at -> byCredential(name, at));
        checkedLater(SKEW, at -> bySeal(name, at));
    }

    private static void checkedLater(Duration late, Function<Moments, Result> check) {
        Instant end =
                check.apply(Moments.of(Instant.now())).validity().orElseThrow().until();
        Instant now = end.plus(Duration.ofDays(40));
        Result inTime = check.apply(new Moments(now, end.plus(late)));
        assertThat(codes(inTime)).doesNotContain("CREDENTIAL_EXPIRED").contains("CREDENTIAL_TRUST_STALE");
        assertThat(inTime.outcome()).isEqualTo(COULD_NOT_CHECK);
        Result tooLate = check.apply(new Moments(now, end.plus(late).plusNanos(1)));
        assertThat(codes(tooLate)).contains("CREDENTIAL_EXPIRED");
        assertThat(tooLate.outcome()).isEqualTo(INVALID);
    }
}
