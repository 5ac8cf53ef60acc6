package org.entente.launcher.demo;

import java.util.List;
import org.entente.model.finding.Finding;
import org.entente.model.json.CanonicalJson;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.origin.CertificateView;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.OriginStatement.Outcome;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.origin.check.CertificateCheck;
import org.entente.model.shipped.ShippedRules;

/** The certificate is stated, received, checked again and acknowledged. */
final class ExchangeChapters {
    private final Stage stage;
    private final String exporter;
    private final String importer;

    ExchangeChapters(Stage stage) {
        this.stage = stage;
        this.exporter = Cast.name(stage.cast().exporter());
        this.importer = Cast.name(stage.cast().importer());
    }

    void tell() throws InterruptedException {
        Position issued = issue();
        receive(issued);
        acknowledge();
    }

    private Position issue() throws InterruptedException {
        stage.narrator().chapter(exporter + " states the certificate to " + importer);
        Stage.Spoken said = stage.say(
                stage.exporter(), stage.cast().importer(), new OriginStatement.Issued(stage.certificate()), "issue");
        stage.tell(
                stage.cast().issues(), "certificate " + stage.certificate().id().referenceNo() + " is issued", said);
        if (!said.stands()) {
            throw new NotAsExpected("the certificate does not stand: see the findings above");
        }
        String id = said.receipt().orElseThrow().id().toString();
        stage.narrator().tell(new Line.Fact("statement", id, "id from the outbox, stored before it was sent"));
        return said.at().orElseThrow();
    }

    private void receive(Position issued) throws InterruptedException {
        stage.narrator().chapter(importer + "'s own node receives it, checks it and acknowledges it");
        stage.awaitFolded(stage.importer(), stage.cast().exporter(), issued);
        CertificateView received = stage.view(stage.importer(), stage.cast().exporter());
        Digest there = digest(received);
        Digest here = digest(stage.view(stage.exporter(), stage.cast().importer()));
        stage.narrator()
                .tell(new Line.Fact(
                        "received",
                        "certificate with SHA-256 " + there.hex().substring(0, 16) + "..., "
                                + (there.equals(here) ? "the same" : "NOT THE SAME") + " as at " + exporter + "'s node",
                        "read from both databases"));
        List<Finding> findings = new CertificateCheck(ShippedRules.RULE_SETS)
                .findings(received.state().certificate());
        stage.narrator()
                .tell(new Line.Fact(
                        "checked",
                        findings.stream().filter(Finding::isError).count() + " errors in " + findings.size()
                                + " findings",
                        "by " + importer + " itself: it trusts nobody's chaincode"));
    }

    private void acknowledge() throws InterruptedException {
        Stage.Spoken said = stage.say(
                stage.importer(),
                stage.cast().exporter(),
                new OriginStatement.Acknowledged(stage.certificate().id(), Outcome.ACCEPTED, List.of()),
                "acknowledge");
        stage.tell(
                stage.cast().answers(),
                "certificate " + stage.certificate().id().referenceNo() + " is accepted",
                said);
    }

    private static Digest digest(CertificateView view) {
        return Digest.of(CanonicalJson.bytes(CertificateJson.write(view.state().certificate())));
    }
}
