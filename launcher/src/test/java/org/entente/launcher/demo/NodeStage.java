package org.entente.launcher.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.entente.client.MemberNode;
import org.entente.client.finding.ShownFinding;
import org.entente.client.origin.CertificateClient;
import org.entente.client.origin.RequestName;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.OutboxStatus;
import org.entente.client.outbox.Progress;
import org.entente.client.outbox.Receipt;
import org.entente.launcher.consortium.Consortium;
import org.entente.model.json.CanonicalJson;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.shipped.ShippedRules;

/**
 * Where statements are made by nodes themselves, without an API.
 *
 * @param consortium the running network and its nodes
 * @param cast who plays
 * @param certificate the certificate
 */
record NodeStage(Consortium consortium, Cast cast, Certificate certificate) {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long LOOK_AGAIN_MILLIS = 15;

    /**
     * What became of a statement.
     *
     * @param receipt names it; empty if it was refused at the door
     * @param repeated whether an earlier run on this folder stated it already
     * @param progress settled
     */
    record Spoken(Optional<Receipt> receipt, boolean repeated, Progress progress) {
        Optional<Position> at() {
            return progress instanceof Progress.Final done ? Optional.of(done.at()) : Optional.empty();
        }

        boolean stands() {
            return progress instanceof Progress.Final done
                    && done.standing() == org.entente.model.fold.StatementOutcome.Standing.STANDS;
        }
    }

    MemberNode exporter() {
        return consortium.node(cast.exporter());
    }

    MemberNode importer() {
        return consortium.node(cast.importer());
    }

    /**
     * States something and waits until it is settled. The key follows from the certificate and the step, so that a second
     * run on the same folder states nothing twice.
     */
    Spoken say(MemberNode node, MemberId to, OriginStatement statement, String step) throws InterruptedException {
        return settled(node, hand(node, to, statement, step));
    }

    Acceptance hand(MemberNode node, MemberId to, OriginStatement statement, String step) throws InterruptedException {
        String key = step + " "
                + Digest.of(CanonicalJson.bytes(CertificateJson.write(certificate)))
                        .hex();
        RequestName name = new RequestName("demo", statement.type().name(), key, "desk officer", effective(statement));
        return certificates(node).say(name, to, statement);
    }

    private static CertificateClient certificates(MemberNode node) {
        return CertificateClient.of(node, ShippedRules.CERTIFICATES);
    }

    /** Waits until what was handed in is settled; what was refused at the door is settled already. */
    static Spoken settled(MemberNode node, Acceptance acceptance) throws InterruptedException {
        return switch (acceptance) {
            case Acceptance.Accepted(var receipt) -> settled(node, receipt, false);
            case Acceptance.Repeated(var receipt) -> settled(node, receipt, true);
            case Acceptance.KeyReused(var reason) -> throw new NotAsExpected("the outbox refused: " + reason);
            case Acceptance.Invalid(var findings) ->
                new Spoken(
                        Optional.empty(),
                        false,
                        new Progress.Refused(
                                findings.stream().map(ShownFinding::of).toList()));
        };
    }

    private static Spoken settled(MemberNode node, Receipt receipt, boolean repeated) throws InterruptedException {
        OutboxStatus status = node.outbox()
                .awaitFinal(receipt.id(), PATIENCE)
                .orElseThrow(() -> new NotAsExpected("the outbox of " + node.self() + " forgot a statement"));
        if (!status.progress().isSettled()) {
            throw new NotAsExpected("a statement of " + node.self() + " is not final after " + PATIENCE.toSeconds()
                    + " s: " + status.progress());
        }
        return new Spoken(Optional.of(receipt), repeated, status.progress());
    }

    /** When a statement is true in the world: days of the certificate, so that it is the same in every run. */
    private Instant effective(OriginStatement statement) {
        return (statement instanceof OriginStatement.Used used ? used.presentedOn() : certificate.issuedAt())
                .atTime(LocalTime.NOON)
                .toInstant(ZoneOffset.UTC);
    }

    /** Waits until a node has folded everything of a partner up to a position. */
    void awaitFolded(MemberNode node, MemberId partner, Position at) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (node.state().completeUpTo(partner).block() < at.block()) {
            if (System.nanoTime() > end) {
                throw new NotAsExpected("the node of " + node.self() + " has not folded block " + at.block() + " after "
                        + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }
}
