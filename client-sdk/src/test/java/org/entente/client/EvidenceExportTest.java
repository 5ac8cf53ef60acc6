package org.entente.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;
import static org.entente.client.stage.TestNetwork.SG;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.certs.statement.StatementSignatures;
import org.entente.certs.x509.Certificates;
import org.entente.client.evidence.EnvelopeProof;
import org.entente.client.evidence.MspIdentities;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.StatementRequest;
import org.entente.client.stage.Requests;
import org.entente.client.stage.TestNetwork;
import org.entente.client.stage.Until;
import org.entente.model.evidence.Evidence;
import org.entente.model.evidence.EvidenceCheck;
import org.entente.model.evidence.EvidenceComparison;
import org.entente.model.evidence.EvidenceOutcome.Valid;
import org.entente.model.evidence.EvidenceVerdict;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.statement.StatementId;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedMember;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Evidence of what was really said over a network, made by either side. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceExportTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private TestNetwork network;
    private MemberNode au;
    private MemberNode cn;
    private StatementId raised;

    @BeforeAll
    void say(@TempDir Path folder) throws Exception {
        network = TestNetwork.start(folder);
        au = MemberNode.start(network.config(AU));
        cn = MemberNode.start(network.config(CN));
        raised = said(au, Requests.raise(CN, "tally-1", 40));
        said(au, Requests.raise(CN, "tally-2", 1));
        said(cn, Requests.raise(AU, "tally-1", 30));
        Until.isTrue(() -> au.stateDigest().equals(cn.stateDigest()));
    }

    @AfterAll
    void stop() {
        au.close();
        cn.close();
        network.close();
    }

    @Test
    void either_side_proves_the_whole_story_of_a_subject() {
        for (MemberNode node : List.of(au, cn)) {
            Evidence evidence = accepted(node.evidence().ofSubject(node == au ? CN : AU, "tally-1"));
            EvidenceVerdict verdict = check().check(evidence.bytes());
            assertThat(verdict.isValid()).as("%s", verdict).isTrue();
            assertThat(((EvidenceVerdict.Judged) verdict).outcomes()).hasSize(2).allSatisfy(outcome -> {
                Valid valid = (Valid) outcome;
                assertThat(valid.facts().keyTrusted()).isTrue();
                assertThat(valid.facts().ledgerProven()).isTrue();
                assertThat(valid.facts().positionAttestedBy()).contains(node.self());
            });
        }
    }

    @Test
    void both_sides_tell_the_same() {
        Evidence one = accepted(au.evidence().ofSubject(CN, "tally-1"));
        Evidence other = accepted(cn.evidence().ofSubject(AU, "tally-1"));
        assertThat(other.entries()).isEqualTo(one.entries());
        assertThat(EvidenceComparison.compare(one.entries(), other.entries())).isEmpty();
    }

    @Test
    void one_statement_can_be_proven_without_the_others() {
        Evidence evidence = accepted(cn.evidence().ofStatements(AU, List.of(raised)));
        assertThat(evidence.entries()).hasSize(1);
        assertThat(check().check(evidence)).allMatch(Valid.class::isInstance);
        assertThat(new String(evidence.bytes(), StandardCharsets.UTF_8))
                .contains("\"tally-1\"")
                .doesNotContain("tally-2");
    }

    @Test
    void what_was_never_said_has_no_evidence() {
        assertThat(codes(au.evidence().ofSubject(CN, "tally-9"))).containsExactly("EXPORT_NOTHING_FOUND");
        assertThat(codes(au.evidence().ofSubject(CN, "tally\0"))).containsExactly("EXPORT_NOTHING_FOUND");
        assertThat(codes(au.evidence().ofSubject(SG, "tally-1"))).containsExactly("EXPORT_NOTHING_FOUND");
        assertThat(codes(au.evidence().ofStatements(CN, List.of()))).containsExactly("EXPORT_NOTHING_FOUND");
    }

    private EvidenceCheck check() {
        return new EvidenceCheck(
                StatementSignatures.check(),
                new EnvelopeProof(StatementSignatures.check(), new MspIdentities()),
                new Trust(Map.of(AU, trusted(AU), CN, trusted(CN))));
    }

    private TrustedMember trusted(MemberId member) {
        return new TrustedMember(
                Set.of(Digest.of(network.key(member).publicKeySpki())),
                List.of(new String(
                        Certificates.pem(network.network().authority(member).root()), StandardCharsets.US_ASCII)));
    }

    private static StatementId said(MemberNode node, StatementRequest request) throws InterruptedException {
        return switch (node.outbox().accept(request)) {
            case Acceptance.Accepted(var receipt) -> {
                assertThat(node.outbox().awaitFinal(receipt.id(), SOON)).isPresent();
                yield receipt.id();
            }
            case Acceptance other -> throw new AssertionError(other);
        };
    }

    private static Evidence accepted(Checked<Evidence> checked) {
        if (checked instanceof Checked.Accepted<Evidence>(Evidence value, var remarks)) {
            return value;
        }
        throw new AssertionError(checked.toString());
    }

    private static List<String> codes(Checked<Evidence> checked) {
        return switch (checked) {
            case Checked.Accepted<Evidence> accepted -> List.of();
            case Checked.Rejected<Evidence>(var findings) ->
                findings.stream().map(each -> each.code().name()).toList();
        };
    }
}
