package org.entente.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.client.stage.Play.awaitSame;
import static org.entente.client.stage.Play.settled;
import static org.entente.client.stage.Play.standing;
import static org.entente.client.stage.SampleCertificate.name;
import static org.entente.client.stage.TestNetwork.AU;
import static org.entente.client.stage.TestNetwork.CN;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.client.origin.CertificateAnswer;
import org.entente.client.origin.CertificateClient;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.Progress;
import org.entente.client.stage.SampleCertificate;
import org.entente.client.stage.TestNetwork;
import org.entente.client.stage.Until;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.origin.CertificateView.Status;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.UseKey;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.Quantity;
import org.entente.model.origin.certificate.UnitCode;
import org.entente.model.shipped.ShippedRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateClientTest {
    private final Certificate certificate = SampleCertificate.read();
    private TestNetwork network;
    private MemberNode au;
    private MemberNode cnOne;
    private MemberNode cnTwo;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        network = TestNetwork.start(folder);
        au = MemberNode.start(network.config(AU));
        cnOne = MemberNode.start(network.config(CN));
        cnTwo = MemberNode.start(network.config(CN));
        assertThat(ended(au, of(au).issue(name(), CN, new OriginStatement.Issued(certificate))))
                .isEqualTo(Standing.STANDS);
        Until.isTrue(() -> of(cnOne).status(certificate.id(), AU) instanceof CertificateAnswer.Known);
        assertThat(ended(cnOne, of(cnOne).acknowledge(name(), accepted(certificate.id()))))
                .isEqualTo(Standing.STANDS);
    }

    @AfterEach
    void stop() {
        au.close();
        cnOne.close();
        cnTwo.close();
        network.close();
    }

    @Test
    void of_two_uses_of_60_t_of_100_t_at_two_instances_exactly_one_stands() throws Exception {
        List<Acceptance> answers = new ArrayList<>();
        Thread left = Thread.ofVirtual().start(() -> use(cnOne, "D-1", "60", answers));
        Thread right = Thread.ofVirtual().start(() -> use(cnTwo, "D-2", "60", answers));
        left.join();
        right.join();
        int count = 0;
        for (Acceptance answer : answers) {
            if (answer instanceof Acceptance.Accepted(var receipt)
                    && settled(cnOne, receipt.id()) instanceof Progress.Final) {
                count++;
            }
        }
        assertThat(count).isEqualTo(1);
        awaitSame(au, cnOne);
        CertificateAnswer.Known known = (CertificateAnswer.Known) of(au).status(certificate.id(), CN);
        assertThat(known.view().balance(1).orElseThrow().left()).isEqualByComparingTo("40");
        assertThat(known.view().status()).isEqualTo(Status.ACCEPTED);
        assertThat(known.isFinal()).isTrue();
        assertThat(known.completeUpTo().isComplete()).isTrue();
    }

    @Test
    void a_use_beyond_the_balance_is_refused_at_the_door_with_its_finding() throws Exception {
        List<Acceptance> answers = new ArrayList<>();
        use(cnOne, "D-1", "101", answers);
        assertThat(answers.getFirst()).isInstanceOf(Acceptance.Invalid.class);
    }

    @Test
    void a_use_can_be_reversed_and_then_the_certificate_cancelled() throws Exception {
        List<Acceptance> answers = new ArrayList<>();
        use(cnOne, "D-1", "60", answers);
        assertThat(ended(cnOne, answers.getFirst())).isEqualTo(Standing.STANDS);
        assertThat(ended(
                        cnOne,
                        of(cnOne)
                                .reverseUse(
                                        name(),
                                        new OriginStatement.UseReversed(
                                                certificate.id(), new UseKey(1, "D-1", 1), Optional.empty()))))
                .isEqualTo(Standing.STANDS);
        awaitSame(au, cnOne);
        assertThat(ended(
                        au,
                        of(au).cancel(name(), CN, new OriginStatement.Cancelled(certificate.id(), Optional.empty()))))
                .isEqualTo(Standing.STANDS);
        awaitSame(au, cnOne);
        CertificateAnswer.Known known = (CertificateAnswer.Known) of(cnTwo).status(certificate.id(), AU);
        assertThat(known.view().status()).isEqualTo(Status.CANCELLED);
    }

    private void use(MemberNode node, String declaration, String tonnes, List<Acceptance> answers) {
        try {
            Acceptance answer = of(node).use(
                            name(),
                            new OriginStatement.Used(
                                    certificate.id(),
                                    new UseKey(1, declaration, 1),
                                    Quantity.parse(tonnes),
                                    new UnitCode("TNE"),
                                    LocalDate.of(2026, 4, 1)));
            synchronized (answers) {
                answers.add(answer);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Standing ended(MemberNode node, Acceptance answer) throws InterruptedException {
        return switch (answer) {
            case Acceptance.Accepted(var receipt) -> standing(node, receipt.id());
            case Acceptance other -> throw new AssertionError(other);
        };
    }

    private static OriginStatement.Acknowledged accepted(CertificateId id) {
        return new OriginStatement.Acknowledged(id, OriginStatement.Outcome.ACCEPTED, List.of());
    }

    private static CertificateClient of(MemberNode node) {
        return CertificateClient.of(node, ShippedRules.CERTIFICATES);
    }
}
