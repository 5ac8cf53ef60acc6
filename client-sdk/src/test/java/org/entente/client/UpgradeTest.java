package org.entente.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.Play.accepted;
import static org.entente.client.stage.Play.awaitSame;
import static org.entente.client.stage.Play.awaitTotal;
import static org.entente.client.stage.Play.said;
import static org.entente.client.stage.Play.total;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.entente.client.origin.CertificateAnswer;
import org.entente.client.origin.CertificateClient;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.Progress;
import org.entente.client.show.Page;
import org.entente.client.stage.Administration;
import org.entente.client.stage.Requests;
import org.entente.client.stage.SampleCertificate;
import org.entente.client.stage.TallyRules;
import org.entente.client.stage.TestNetwork;
import org.entente.client.stage.Until;
import org.entente.model.fold.RuleBook;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.origin.CertificateRules;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.shipped.ShippedRules;
import org.entente.model.statement.StatementId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeTest {
    private static final RuleBook OLD = new RuleBook(List.of());

    @Test
    void an_unknown_version_is_parked_and_folded_again_after_the_upgrade(@TempDir Path folder) throws Exception {
        try (TestNetwork network = TestNetwork.start(folder);
                MemberNode au = MemberNode.start(network.config(AU))) {
            try (MemberNode old = MemberNode.start(network.config(CN).withRules(OLD))) {
                said(au, Requests.raise(CN, "tally-1", 7));
                Until.isTrue(
                        () -> !old.shown().withoutEffect(Page.START).items().isEmpty());
                assertThat(old.shown()
                                .withoutEffect(Page.START)
                                .items()
                                .getFirst()
                                .standing())
                        .isEqualTo(Standing.PARKED);
                assertThat(total(old, AU, "tally-1")).isZero();
            }
            try (MemberNode upgraded = MemberNode.start(network.config(CN))) {
                awaitTotal(upgraded, AU, "tally-1", 7);
                assertThat(upgraded.shown().withoutEffect(Page.START).items()).isEmpty();
                awaitSame(au, upgraded);
            }
        }
    }

    @Test
    void a_certificate_under_an_unknown_rule_set_is_parked_and_folded_once_that_rule_set_alone_is_there(
            @TempDir Path folder) throws Exception {
        Certificate certificate = SampleCertificate.read();
        try (TestNetwork network = TestNetwork.start(folder);
                MemberNode au = MemberNode.start(network.config(AU))) {
            CertificateClient issuer = CertificateClient.of(au, ShippedRules.CERTIFICATES);
            assertThat(issuer.issue(SampleCertificate.name(), CN, new OriginStatement.Issued(certificate)))
                    .isInstanceOf(Acceptance.Accepted.class);
            CertificateRules without = new CertificateRules(ruleSetsWithout(certificate.ruleSet()));
            RuleBook older = new RuleBook(List.of(without, new TallyRules()));
            assertThat(older.reads()).as("the data alone differs").isEqualTo(TestNetwork.RULES.reads());
            try (MemberNode old = MemberNode.start(network.config(CN).withRules(older))) {
                CertificateClient importer = CertificateClient.of(old, without);
                Until.isTrue(() -> importer.status(certificate.id(), AU) instanceof CertificateAnswer.CouldNotCheck);
            }
            try (MemberNode updated = MemberNode.start(network.config(CN))) {
                CertificateClient importer = CertificateClient.of(updated, ShippedRules.CERTIFICATES);
                Until.isTrue(() -> importer.status(certificate.id(), AU) instanceof CertificateAnswer.Known);
                awaitSame(au, updated);
            }
        }
    }

    private static RuleSets ruleSetsWithout(String name) {
        return new RuleSets(ShippedRules.RULE_SETS.all().stream()
                .filter(each -> !each.name().equals(name))
                .toList());
    }

    @Test
    void nothing_is_said_in_a_version_that_the_audience_does_not_read_yet(@TempDir Path folder) throws Exception {
        try (TestNetwork network = TestNetwork.start(folder);
                MemberNode au = MemberNode.start(network.config(AU));
                Administration china = new Administration(network.network(), CN)) {
            said(au, Requests.raise(CN, "tally-1", 1));
            china.publish(network.publishedKeys(CN, OLD));
            Until.isTrue(() -> heldUpBy(au, accepted(au, Requests.raise(CN, "tally-2", 1)))
                    .filter("AUDIENCE_VERSION_UNREAD"::equals)
                    .isPresent());
            StatementId late = accepted(au, Requests.raise(CN, "tally-3", 1));
            china.publish(network.publishedKeys(CN, TestNetwork.RULES));
            assertThat(au.outbox()
                            .awaitFinal(late, org.entente.client.stage.Play.SOON)
                            .orElseThrow()
                            .progress())
                    .isInstanceOf(Progress.Final.class);
        }
    }

    private static Optional<String> heldUpBy(MemberNode node, StatementId id) throws Exception {
        Until.isTrue(() -> switch (progress(node, id)) {
            case Progress.Waiting(var by) -> by.isPresent();
            case Progress.Final done -> true;
            case Progress other -> false;
        });
        return progress(node, id) instanceof Progress.Waiting(var by) ? by : Optional.empty();
    }

    private static Progress progress(MemberNode node, StatementId id) {
        return node.outbox().status(id).orElseThrow().progress();
    }
}
