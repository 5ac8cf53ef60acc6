package org.entente.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.entente.launcher.service.Answer;
import org.entente.model.finding.Finding;
import org.entente.model.json.CanonicalJson;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.origin.check.CertificateCheck;
import org.entente.model.shipped.ShippedRules;
import tools.jackson.databind.JsonNode;

/** The certificate is applied for, approved, stated, received, checked again and acknowledged. */
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

    private Position issue() {
        stage.narrator()
                .chapter("An exporter applies, " + exporter + " approves and states the certificate to " + importer);
        Answer applied = stage.applicant()
                .post(
                        "/v1/applications",
                        stage.key("apply"),
                        CertificateJson.write(stage.certificate()).toString(),
                        "")
                .good();
        stage.narrator()
                .tell(new Line.Fact(
                        "applied for",
                        stage.certificate().id().referenceNo() + " by the account " + applied.at("/appliedBy"),
                        "POST " + stage.services().ports().address(stage.cast().exporter()) + "v1/applications"));
        Answer approved =
                stage.issuer().post(applied.location() + "/approval", stage.key("approve"), "", applied.etag());
        Spoken said = stage.settled(stage.issuer(), approved, "/progress/statement");
        stage.tell(
                stage.cast().issues(), "certificate " + stage.certificate().id().referenceNo() + " is issued", said);
        stage.narrator()
                .tell(new Line.Fact("statement", said.statement(), "id from the outbox, stored with the approval"));
        if (!said.stands()) {
            throw new NotAsExpected("the certificate does not stand: see the findings above");
        }
        Duration since = stage.services().running();
        stage.narrator()
                .tell(new Line.Fact(
                        "after",
                        since.toSeconds() + " s",
                        "from the start of the network and the services to this certificate on the ledger"));
        return said.at().orElseThrow();
    }

    private void receive(Position issued) throws InterruptedException {
        stage.narrator().chapter(importer + "'s own node receives it, checks it and acknowledges it");
        JsonNode received = stage.standing(stage.verifier(), stage.path("inbox"), issued.block())
                .path("certificate");
        JsonNode own = stage.standing(stage.applicant(), stage.path("certificates"), issued.block())
                .path("certificate");
        Digest there = Digest.of(CanonicalJson.bytes(received));
        Digest here = Digest.of(CanonicalJson.bytes(own));
        stage.narrator()
                .tell(new Line.Fact(
                        "received",
                        "certificate with SHA-256 " + there.hex().substring(0, 16) + "..., "
                                + (there.equals(here) ? "the same" : "NOT THE SAME") + " as at " + exporter + "'s node",
                        "read from both administrations' APIs"));
        List<Finding> findings = CertificateJson.parse(received.toString().getBytes(StandardCharsets.UTF_8))
                .certificate()
                .map(new CertificateCheck(ShippedRules.RULE_SETS)::findings)
                .orElseThrow(() -> new NotAsExpected("what was received is no certificate"));
        stage.narrator()
                .tell(new Line.Fact(
                        "checked",
                        findings.stream().filter(Finding::isError).count() + " errors in " + findings.size()
                                + " findings",
                        "by the rules again: " + importer + " trusts nobody's chaincode"));
        if (!there.equals(here)) {
            throw new NotAsExpected("the certificate that was received is not the one that was issued");
        }
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new NotAsExpected("a certificate that the rules refuse stands");
        }
    }

    private void acknowledge() {
        Spoken said = stage.say(
                stage.verifier(),
                stage.path("inbox") + "/acknowledgement",
                "acknowledge",
                "{\"outcome\":\"accepted\"}");
        stage.tell(
                stage.cast().answers(),
                "certificate " + stage.certificate().id().referenceNo() + " is accepted",
                said);
    }
}
