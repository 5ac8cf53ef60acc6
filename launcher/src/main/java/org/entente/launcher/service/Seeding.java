package org.entente.launcher.service;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.entente.certs.file.WholeFiles;
import org.entente.launcher.consortium.Consortium;
import org.entente.launcher.consortium.Groundwork;
import org.entente.launcher.service.Account.Role;
import org.entente.launcher.service.Answer.UnexpectedAnswer;
import org.entente.model.member.MemberId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts certificates into the administrations through their APIs, as the people who sign in there would. Every request has a
 * key that follows from the certificate's number: whatever an earlier, broken off run did is not done again.
 */
final class Seeding {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FRESH_DAYS = 12;
    private static final int WAIT_SECONDS = 30;
    private static final long PATIENCE = 90_000_000_000L;
    private static final long LOOK = 100_000_000L;

    private final Administrations services;
    private final LocalDate today;
    private final AtomicBoolean first = new AtomicBoolean(true);

    Seeding(Administrations services, LocalDate today) {
        this.services = services;
        this.today = today;
    }

    /** Once for a folder. Days count from its first start, so that a run that was broken off goes on with the same requests. */
    static void once(Administrations services, LocalDate today) {
        Path day = services.folder().resolve("samples-from");
        Path done = services.folder().resolve("samples-done");
        if (Files.exists(done)) {
            return;
        }
        if (Files.notExists(day)) {
            write(day, today.toString());
        }
        LocalDate from = LocalDate.parse(new String(WholeFiles.read(day), StandardCharsets.US_ASCII));
        Seeding seeding = new Seeding(services, from);
        Groundwork.together(Consortium.MEMBERS.stream()
                .map(member -> (Runnable) () -> seeding.seed(member))
                .toList());
        write(done, today.toString());
    }

    private static void write(Path file, String text) {
        WholeFiles.write(file, text.getBytes(StandardCharsets.US_ASCII), WholeFiles.Readers.EVERYBODY);
    }

    private void seed(MemberId issuer) {
        MemberId partner = SampleCertificate.partner(issuer);
        try (SignedIn exporter = signIn(issuer, Role.EXPORTER);
                SignedIn officer = signIn(issuer, Role.ISSUING_OFFICER);
                SignedIn abroad = signIn(partner, Role.VERIFYING_OFFICER)) {
            Desk desk = new Desk(issuer, exporter, officer, abroad);
            Issued valid = desk.issue(SeededCertificate.State.VALID, FRESH_DAYS);
            Issued used = desk.issue(SeededCertificate.State.PARTLY_USED, FRESH_DAYS);
            Issued cancelled = desk.issue(SeededCertificate.State.CANCELLED, FRESH_DAYS);
            PresentationMaking making = new PresentationMaking(issuer, exporter, PresentedFiles.of(services));
            Forgeries.Pair genuine = making.genuine(Presentation.VALID, valid.name());
            making.genuine(Presentation.PARTLY_USED, used.name());
            making.genuine(Presentation.CANCELLED, cancelled.name());
            making.forged(genuine, services.settings(issuer).credentialKey().key(), today);
            desk.use(used);
            desk.cancel(cancelled);
            desk.apply(SeededCertificate.State.APPLIED_FOR, FRESH_DAYS);
        }
    }

    private SignedIn signIn(MemberId member, Role role) {
        return SignedIn.at(services.ports().address(member), services.accounts().of(member, role));
    }

    /** One direction: who applies, who approves, and who uses abroad. */
    private final class Desk {
        private final MemberId issuer;
        private final SignedIn exporter;
        private final SignedIn officer;
        private final SignedIn abroad;

        Desk(MemberId issuer, SignedIn exporter, SignedIn officer, SignedIn abroad) {
            this.issuer = issuer;
            this.exporter = exporter;
            this.officer = officer;
            this.abroad = abroad;
        }

        Issued apply(SeededCertificate.State state, int daysAgo) {
            String number = SeededCertificate.of(issuer, state).number();
            JsonNode certificate = SampleCertificate.of(issuer, number, today.minus(daysAgo, ChronoUnit.DAYS));
            Answer applied = exporter.post("/v1/applications", "seed-" + number, certificate.toString(), "")
                    .good();
            return new Issued(number, applied, certificate);
        }

        Issued issue(SeededCertificate.State state, int daysAgo) {
            Issued one = apply(state, daysAgo);
            Answer approved = officer.post(
                            "/v1/applications/" + one.applied.at("/id") + "/approval",
                            "seed-" + one.number,
                            "",
                            one.applied.etag())
                    .good();
            settled(officer, approved.at("/progress/statement"));
            if (first.getAndSet(false)) {
                services.progress("the first certificate is on the ledger, " + issuer + "'s");
            }
            return one;
        }

        void use(Issued one) {
            String path = "/v1/inbox/" + one.name();
            long end = System.nanoTime() + PATIENCE;
            while (!abroad.get(path).isGood()) {
                if (System.nanoTime() > end) {
                    throw new UnexpectedAnswer(one.number + " does not arrive abroad");
                }
                LockSupport.parkNanos(LOOK);
            }
            say(
                    abroad,
                    path + "/acknowledgement",
                    one.number,
                    JSON.createObjectNode().put("outcome", "accepted"));
            JsonNode item = one.certificate.at("/items/0");
            java.math.BigDecimal quantity =
                    new java.math.BigDecimal(item.path("quantity").asString());
            ObjectNode use = JSON.createObjectNode();
            use.put("item", 1);
            use.put("declaration", "DEMO-DECLARATION-1");
            use.put("declarationItem", 1);
            use.put(
                    "quantity",
                    quantity.multiply(new java.math.BigDecimal("0.6"))
                            .stripTrailingZeros()
                            .toPlainString());
            use.put("unit", item.path("unit").asString());
            use.put("presentedOn", today.minus(2, ChronoUnit.DAYS).toString());
            say(abroad, path + "/uses", one.number, use);
        }

        void cancel(Issued one) {
            say(
                    officer,
                    "/v1/certificates/" + one.name() + "/cancellation",
                    one.number,
                    JSON.createObjectNode().put("remark", "Demonstration: issued in error."));
        }

        private void say(SignedIn who, String path, String key, JsonNode body) {
            settled(
                    who,
                    who.post(path, "seed-" + key, body.toString(), "").good().at("/statement"));
        }

        private void settled(SignedIn who, String statement) {
            long end = System.nanoTime() + PATIENCE;
            Answer answer;
            do {
                answer = who.get("/v1/statements/" + statement + "?waitSeconds=" + WAIT_SECONDS)
                        .good();
            } while (List.of("ACCEPTED", "ORDERING", "ORDERED").contains(answer.at("/stage"))
                    && System.nanoTime() < end);
            if (!answer.at("/stage").equals("FINAL")) {
                throw new UnexpectedAnswer("a statement of " + issuer + "'s samples does not stand: " + answer.text());
            }
        }
    }

    /** An application, and the certificate that came of it. */
    private record Issued(String number, Answer applied, JsonNode certificate) {
        /** Its name in paths. */
        String name() {
            String subject = "certificate:" + certificate.path("exportCountry").asString() + ":"
                    + certificate.path("agreement").asString() + ":" + number;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(subject.getBytes(StandardCharsets.UTF_8));
        }
    }
}
