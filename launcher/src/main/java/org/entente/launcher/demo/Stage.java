package org.entente.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.entente.client.finding.ShownFinding;
import org.entente.launcher.service.Account;
import org.entente.launcher.service.Account.Role;
import org.entente.launcher.service.Administrations;
import org.entente.launcher.service.Answer;
import org.entente.launcher.service.SignedIn;
import org.entente.model.finding.Severity;
import org.entente.model.json.CanonicalJson;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateJson;
import tools.jackson.databind.JsonNode;

/** Where the story plays: everything is said and seen through the administrations' APIs, by people who signed in. */
final class Stage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_AGAIN_MILLIS = 50;
    private static final int WAIT_SECONDS = 30;
    private static final List<String> ON_ITS_WAY = List.of("ACCEPTED", "ORDERING", "ORDERED");

    private final Administrations services;
    private final Narrator narrator;
    private final Cast cast;
    private final Certificate certificate;
    private final Instant begin = Instant.now();
    private final Deque<SignedIn> open = new ArrayDeque<>();
    private final SignedIn applicant;
    private final SignedIn issuer;
    private final SignedIn verifier;

    Stage(Administrations services, Narrator narrator, Cast cast, Certificate certificate) {
        this.services = services;
        this.narrator = narrator;
        this.cast = cast;
        this.certificate = certificate;
        this.applicant = applying();
        this.issuer = signIn(cast.exporter(), Role.ISSUING_OFFICER);
        this.verifier = signIn(cast.importer(), Role.VERIFYING_OFFICER);
    }

    /** The demonstration's own exporter; for a certificate of another one, that is registered first. */
    private SignedIn applying() {
        String name = certificate.exporter().name();
        Account usual = services.accounts().of(cast.exporter(), Role.EXPORTER);
        if (usual.organisation().equals(name)) {
            return signIn(cast.exporter(), Role.EXPORTER);
        }
        SignedIn administrator = signIn(cast.exporter(), Role.ADMINISTRATOR);
        SignedIn session = new NewExporter(services.ports().address(cast.exporter()), administrator)
                .registered(name, begin.toEpochMilli());
        open.push(session);
        return session;
    }

    /** One more session of somebody. */
    SignedIn signIn(MemberId member, Role role) {
        SignedIn session = SignedIn.at(
                services.ports().address(member), services.accounts().of(member, role));
        open.push(session);
        return session;
    }

    Administrations services() {
        return services;
    }

    Narrator narrator() {
        return narrator;
    }

    Cast cast() {
        return cast;
    }

    Certificate certificate() {
        return certificate;
    }

    /** The exporter's own session. */
    SignedIn applicant() {
        return applicant;
    }

    SignedIn issuer() {
        return issuer;
    }

    /** The officer's abroad. */
    SignedIn verifier() {
        return verifier;
    }

    /** The certificate in paths, as the API names it. */
    String path(String list) {
        return "/v1/" + list + "/"
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(certificate.id().subject().getBytes(StandardCharsets.UTF_8));
    }

    /** The key of a step follows from the certificate, so that a second run on the same folder says nothing twice. */
    String key(String step) {
        return step + "-"
                + Digest.of(CanonicalJson.bytes(CertificateJson.write(certificate)))
                        .hex();
    }

    /** Says something and waits until it is settled. */
    Spoken say(SignedIn who, String path, String step, String body) {
        return settled(who, who.post(path, key(step), body, ""), "/statement");
    }

    /** What becomes of an answer that names a statement, or refuses to say it. */
    Spoken settled(SignedIn officer, Answer answer, String pointer) {
        if (answer.status() == 422) {
            return Spoken.refused(answer.json());
        }
        String statement = answer.good().at(pointer);
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer progress;
        do {
            progress = officer.get("/v1/statements/" + statement + "?waitSeconds=" + WAIT_SECONDS)
                    .good();
        } while (ON_ITS_WAY.contains(progress.at("/stage")) && System.nanoTime() < end);
        JsonNode seen = progress.json();
        return Spoken.of(seen, Instant.parse(seen.path("acceptedAt").asString()).isBefore(begin));
    }

    /** What an administration shows of the certificate, once everything up to a block is folded there. */
    JsonNode standing(SignedIn who, String path, long block) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer seen = who.get(path);
        while (!seen.isGood() || seen.json().at("/completeUpTo/block").asLong(-1) < block) {
            if (System.nanoTime() > end) {
                throw new NotAsExpected(
                        "block " + block + " is not folded after " + PATIENCE.toSeconds() + " s: " + seen.text());
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
            seen = who.get(path);
        }
        return seen.json();
    }

    /** Waits until a member's node has folded everything of a partner up to a position. */
    void awaitFolded(MemberReading reading, MemberId partner, Position at) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (reading.completeUpTo(partner) < at.block()) {
            if (System.nanoTime() > end) {
                throw new NotAsExpected("block " + at.block() + " is not folded after " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    /** Tells what became of a statement, with every finding. */
    void tell(StreamId stream, String what, Spoken spoken) {
        String again = spoken.repeated() ? "an earlier run on this folder said it; " : "";
        if (spoken.at().isPresent()) {
            narrator.tell(new Line.Said(
                    stream,
                    what,
                    spoken.at(),
                    again + "final: " + stream.author() + "'s own fold has passed it, "
                            + spoken.stage().words()));
        } else {
            narrator.tell(new Line.Said(
                    stream,
                    what + ": REFUSED before it was said",
                    Optional.empty(),
                    again + "the rules at " + stream.author() + "'s node refused it, nobody else saw it"));
        }
        tellFindings(spoken.findings());
    }

    /** What decides in full; of what is merely not verified, the number. */
    private void tellFindings(List<ShownFinding> findings) {
        findings.stream()
                .filter(finding -> finding.severity() != Severity.NOT_VERIFIED)
                .forEach(finding -> narrator.tell(Line.Found.of(finding)));
        long unverified = findings.stream()
                .filter(finding -> finding.severity() == Severity.NOT_VERIFIED)
                .count();
        if (unverified > 0) {
            narrator.tell(new Line.Note(
                    "(with " + unverified + (unverified == 1 ? " remark" : " remarks") + " NOT VERIFIED, as above)"));
        }
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
