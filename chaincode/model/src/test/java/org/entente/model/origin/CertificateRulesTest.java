package org.entente.model.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.model.origin.Talk.AU;
import static org.entente.model.origin.Talk.CN;
import static org.entente.model.origin.Talk.codes;
import static org.entente.model.origin.Talk.overtaker;
import static org.entente.model.origin.Talk.refused;
import static org.entente.model.origin.Talk.stands;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.model.fold.Judgement;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.origin.OriginStatement.Acknowledged;
import org.entente.model.origin.OriginStatement.Cancelled;
import org.entente.model.origin.OriginStatement.Issued;
import org.entente.model.origin.OriginStatement.Outcome;
import org.entente.model.origin.OriginStatement.Reason;
import org.entente.model.origin.OriginStatement.UseReversed;
import org.entente.model.origin.OriginStatement.Used;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.Quantity;
import org.entente.model.origin.certificate.UnitCode;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CertificateRulesTest {
    private static final Certificate CERTIFICATE = SampleCertificates.chafta();
    private static final CertificateId ID = CERTIFICATE.id();

    private final Talk talk = new Talk();

    static Used use(String declaration, int item, String quantity, String unit) {
        return new Used(
                ID,
                new UseKey(item, declaration, 1),
                Quantity.parse(quantity),
                new UnitCode(unit),
                LocalDate.parse("2026-04-01"));
    }

    static UseReversed reversal(String declaration, int item) {
        return new UseReversed(ID, new UseKey(item, declaration, 1), Optional.empty());
    }

    static Cancelled cancellation() {
        return new Cancelled(ID, Optional.empty());
    }

    private static Acknowledged refusal(List<Integer> items) {
        return new Acknowledged(
                ID, Outcome.REFUSED, List.of(new Reason(RefusalReason.RVC_SHORT, items, Optional.empty())));
    }

    private static Acknowledged acceptance() {
        return new Acknowledged(ID, Outcome.ACCEPTED, List.of());
    }

    private void issue() {
        assertThat(stands(talk.says(AU, new Issued(CERTIFICATE)))).isTrue();
    }

    @Test
    void a_certificate_is_issued_accepted_and_used_up() {
        issue();
        assertThat(talk.view().status()).isEqualTo(CertificateView.Status.ISSUED);
        talk.says(CN, acceptance());
        talk.says(CN, use("D1", 1, "60", "TNE"));
        talk.says(CN, use("D2", 1, "40", "TNE"));
        CertificateView.Balance barley = talk.view().balance(1).orElseThrow();
        assertThat(barley.left()).isEqualByComparingTo("0");
        assertThat(barley.usage()).isEqualTo(CertificateView.Usage.EXHAUSTED);
        assertThat(talk.view().balance(2).orElseThrow().usage()).isEqualTo(CertificateView.Usage.UNUSED);
        assertThat(talk.view().status()).isEqualTo(CertificateView.Status.ACCEPTED);
    }

    @Test
    void refuses_a_second_use_beyond_the_balance() {
        issue();
        assertThat(stands(talk.says(CN, use("D1", 1, "60", "TNE")))).isTrue();
        Judgement<byte[]> second = talk.says(CN, use("D2", 1, "40.000001", "TNE"));
        assertThat(refused(second)).isTrue();
        assertThat(codes(second)).contains("ORIGIN_USE_EXCEEDS_BALANCE");
        assertThat(talk.view().balance(1).orElseThrow().used()).isEqualByComparingTo("60");
    }

    @Test
    void a_use_said_twice_changes_nothing_and_another_quantity_is_refused() {
        issue();
        talk.says(CN, use("D1", 1, "60", "TNE"));
        assertThat(codes(talk.says(CN, use("D1", 1, "60", "TNE")))).containsExactly("ORIGIN_SAID_BEFORE");
        assertThat(codes(talk.says(CN, use("D1", 1, "10", "TNE")))).containsExactly("ORIGIN_USE_CONFLICT");
        assertThat(talk.view().balance(1).orElseThrow().used()).isEqualByComparingTo("60");
    }

    @Test
    void an_amendment_is_a_reversal_and_a_new_use() {
        issue();
        talk.says(CN, use("D1", 1, "60", "TNE"));
        assertThat(stands(talk.says(CN, reversal("D1", 1)))).isTrue();
        assertThat(stands(talk.says(CN, use("D1", 1, "75.5", "TNE")))).isTrue();
        assertThat(talk.view().balance(1).orElseThrow().left()).isEqualByComparingTo("24.5");
    }

    @Test
    void refuses_to_reverse_what_was_never_used_or_was_reversed() {
        issue();
        assertThat(codes(talk.says(CN, reversal("D1", 1)))).containsExactly("ORIGIN_USE_UNKNOWN");
        talk.says(CN, use("D1", 1, "60", "TNE"));
        talk.says(CN, reversal("D1", 1));
        assertThat(codes(talk.says(CN, reversal("D1", 1)))).containsExactly("ORIGIN_USE_UNKNOWN");
    }

    @Test
    void refuses_another_unit_and_an_unknown_item() {
        issue();
        assertThat(codes(talk.says(CN, use("D1", 1, "60", "KGM")))).contains("ORIGIN_UNIT_MISMATCH");
        assertThat(codes(talk.says(CN, use("D1", 3, "60", "TNE")))).contains("ORIGIN_ITEM_UNKNOWN");
    }

    @Test
    void refuses_everything_about_a_certificate_that_was_never_issued() {
        List<Judgement<byte[]>> judgements = List.of(
                talk.says(CN, use("D1", 1, "60", "TNE")),
                talk.says(CN, reversal("D1", 1)),
                talk.says(CN, acceptance()),
                talk.says(AU, cancellation()));
        assertThat(judgements).allSatisfy(judgement -> {
            assertThat(refused(judgement)).isTrue();
            assertThat(codes(judgement)).containsExactly("ORIGIN_CERTIFICATE_UNKNOWN");
        });
    }

    @Test
    void a_cancellation_after_a_use_is_overtaken_by_that_use() {
        issue();
        talk.says(CN, use("D1", 1, "60", "TNE"));
        talk.says(CN, use("D2", 2, "1", "LTR"));
        assertThat(overtaker(talk.says(AU, cancellation()))).contains(Talk.id(2));
        talk.says(CN, reversal("D1", 1));
        assertThat(overtaker(talk.says(AU, cancellation()))).contains(Talk.id(3));
        talk.says(CN, reversal("D2", 2));
        assertThat(stands(talk.says(AU, cancellation()))).isTrue();
        assertThat(talk.view().status()).isEqualTo(CertificateView.Status.CANCELLED);
    }

    @Test
    void a_use_or_acknowledgement_after_a_cancellation_is_overtaken_by_it() {
        issue();
        talk.says(AU, cancellation());
        assertThat(overtaker(talk.says(CN, use("D1", 1, "60", "TNE")))).contains(Talk.id(2));
        assertThat(overtaker(talk.says(CN, acceptance()))).contains(Talk.id(2));
        assertThat(codes(talk.says(AU, cancellation()))).containsExactly("ORIGIN_SAID_BEFORE");
    }

    @Test
    void only_the_issuer_cancels_and_only_the_other_side_uses() {
        issue();
        assertThat(codes(talk.says(CN, cancellation()))).containsExactly("ORIGIN_AUTHOR_NOT_ENTITLED");
        assertThat(codes(talk.says(AU, use("D1", 1, "60", "TNE")))).containsExactly("ORIGIN_AUTHOR_NOT_ENTITLED");
        assertThat(codes(talk.says(AU, reversal("D1", 1)))).containsExactly("ORIGIN_AUTHOR_NOT_ENTITLED");
        assertThat(codes(talk.says(AU, acceptance()))).containsExactly("ORIGIN_AUTHOR_NOT_ENTITLED");
        assertThat(talk.says(CN, new Issued(CERTIFICATE)))
                .satisfies(judgement -> assertThat(codes(judgement))
                        .contains("ORIGIN_AUTHOR_NOT_ENTITLED", "ORIGIN_AUDIENCE_MISMATCH"));
    }

    @Test
    void a_third_administration_cannot_speak_of_the_certificate() {
        StreamId elsewhere = new StreamId(AU, new MemberId("SG"));
        Issued issued = new Issued(CERTIFICATE);
        assertThat(talk.considers(elsewhere, Talk.id(9), issued.type(), ID.subject(), issued.body()))
                .hasValueSatisfying(judgement -> assertThat(codes(judgement)).contains("ORIGIN_AUDIENCE_MISMATCH"));
        StreamId foreign = new StreamId(CN, new MemberId("SG"));
        Used use = use("D1", 1, "60", "TNE");
        assertThat(talk.considers(foreign, Talk.id(10), use.type(), ID.subject(), use.body()))
                .hasValueSatisfying(
                        judgement -> assertThat(codes(judgement)).containsExactly("ORIGIN_AUTHOR_NOT_ENTITLED"));
    }

    @Test
    void the_subject_must_be_that_of_the_body() {
        Issued issued = new Issued(CERTIFICATE);
        assertThat(codes(talk.says(AU, issued.type(), "certificate:AU:CHAFTA:OTHER", issued.body())))
                .contains("ORIGIN_SUBJECT_MISMATCH");
        issue();
        assertThat(codes(talk.says(
                        CN,
                        OriginStatement.USED,
                        "certificate:AU:CHAFTA:OTHER",
                        use("D1", 1, "1", "TNE").body())))
                .containsExactly("ORIGIN_SUBJECT_MISMATCH");
    }

    @Test
    void the_same_reference_with_other_content_is_refused() {
        issue();
        ObjectNode changed = SampleCertificates.tree("chafta-clean");
        ((ObjectNode) changed.get("items").get(0)).put("quantity", "200");
        ObjectNode body = new Issued(CERTIFICATE).body();
        body.set("certificate", changed);
        assertThat(codes(talk.says(AU, OriginStatement.ISSUED, ID.subject(), body)))
                .containsExactly("ORIGIN_REFERENCE_DUPLICATE");
        assertThat(codes(talk.says(AU, new Issued(CERTIFICATE)))).containsExactly("ORIGIN_SAID_BEFORE");
        talk.says(AU, cancellation());
        assertThat(codes(talk.says(AU, new Issued(CERTIFICATE)))).containsExactly("ORIGIN_CERTIFICATE_CANCELLED");
    }

    @Test
    void a_certificate_with_errors_never_stands() {
        ObjectNode wrong = SampleCertificates.tree("chafta-clean");
        wrong.put("importCountry", "CN").put("issuedAt", "2026-02-30");
        ObjectNode body = new Issued(CERTIFICATE).body();
        body.set("certificate", wrong);
        assertThat(refused(talk.says(AU, OriginStatement.ISSUED, ID.subject(), body)))
                .isTrue();
        assertThat(talk.bytes()).isEmpty();
    }

    @Test
    void a_rule_set_of_a_later_version_is_set_aside() {
        ObjectNode later = SampleCertificates.tree("chafta-clean");
        later.put("ruleSet", "chafta-2");
        ObjectNode body = new Issued(CERTIFICATE).body();
        body.set("certificate", later);
        assertThat(talk.considers(AU, OriginStatement.ISSUED, ID.subject(), body))
                .isEmpty();
        later.put("issuedAt", "2026-02-30");
        assertThat(talk.considers(AU, OriginStatement.ISSUED, ID.subject(), body))
                .isPresent();
    }

    @Test
    void a_refused_item_cannot_be_used_and_the_others_can() {
        issue();
        talk.says(CN, refusal(List.of(2)));
        assertThat(talk.view().status()).isEqualTo(CertificateView.Status.PARTLY_REFUSED);
        assertThat(codes(talk.says(CN, use("D1", 2, "1", "LTR")))).contains("ORIGIN_ITEM_REFUSED");
        assertThat(stands(talk.says(CN, use("D1", 1, "1", "TNE")))).isTrue();
    }

    @Test
    void a_second_acknowledgement_and_a_refusal_after_use_are_refused() {
        issue();
        talk.says(CN, use("D1", 1, "1", "TNE"));
        assertThat(codes(talk.says(CN, refusal(List.of())))).containsExactly("ORIGIN_CERTIFICATE_USED");
        assertThat(codes(talk.says(CN, refusal(List.of(7))))).containsExactly("ORIGIN_ITEM_UNKNOWN");
        assertThat(stands(talk.says(CN, refusal(List.of(2))))).isTrue();
        assertThat(codes(talk.says(CN, refusal(List.of(2))))).containsExactly("ORIGIN_SAID_BEFORE");
        assertThat(codes(talk.says(CN, acceptance()))).containsExactly("ORIGIN_ACKNOWLEDGED_BEFORE");
    }

    @Test
    void an_acceptance_with_reasons_is_malformed() {
        issue();
        ObjectNode body = refusal(List.of(1)).body().put("outcome", "accepted");
        assertThat(codes(talk.says(CN, OriginStatement.ACKNOWLEDGED, ID.subject(), body)))
                .containsExactly("ORIGIN_OUTCOME_INVALID");
        ObjectNode bare = acceptance().body().put("outcome", "refused");
        assertThat(codes(talk.says(CN, OriginStatement.ACKNOWLEDGED, ID.subject(), bare)))
                .containsExactly("ORIGIN_OUTCOME_INVALID");
    }
}
