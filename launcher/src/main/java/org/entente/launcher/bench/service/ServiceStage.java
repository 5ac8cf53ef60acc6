package org.entente.launcher.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.entente.launcher.consortium.Phases;
import org.entente.launcher.service.Account.Role;
import org.entente.launcher.service.Administrations;
import org.entente.launcher.service.Answer;
import org.entente.launcher.service.DemoPlan;
import org.entente.launcher.service.SampleCertificate;
import org.entente.launcher.service.SignedIn;
import org.entente.launcher.service.Watcher;
import org.entente.model.member.MemberId;
import tools.jackson.databind.JsonNode;

/** Four administrations as the demo runs them, and at the one that is asked an inbox of a partner's certificates. */
final class ServiceStage implements AutoCloseable {
    private static final MemberId ASKED = new MemberId("CN");
    private static final MemberId PARTNER = SampleCertificate.partner(ASKED);
    /** As a service that lives long: the demo only wants to start fast. */
    private static final List<String> COMPILED = List.of("-XX:TieredStopAtLevel=4", "-Xmx1g");

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Administrations services;
    private final SignedIn officer;
    private final SignedIn exporter;
    private final List<String> credentials = new ArrayList<>();

    private ServiceStage(Administrations services, SignedIn officer, SignedIn exporter) {
        this.services = services;
        this.officer = officer;
        this.exporter = exporter;
    }

    /** Starts everything and has the partner issue so many certificates. */
    static ServiceStage start(int certificates, Consumer<String> out) {
        Administrations services = services(out);
        List<SignedIn> sessions = new ArrayList<>();
        try {
            sessions.add(signIn(services, ASKED, Role.VERIFYING_OFFICER));
            sessions.add(signIn(services, ASKED, Role.EXPORTER));
            ServiceStage stage = new ServiceStage(services, sessions.getFirst(), sessions.getLast());
            stage.fill(certificates);
            return stage;
        } catch (RuntimeException e) {
            sessions.forEach(SignedIn::close);
            services.close();
            throw e;
        }
    }

    private static Administrations services(Consumer<String> out) {
        try {
            return Administrations.start(
                    new DemoPlan(
                            Files.createTempDirectory("entente-bench-api"), true, OptionalInt.of(0), false, COMPILED),
                    new Telling(out),
                    new Phases());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return services.ports().address(ASKED);
    }

    /** Headers of a verifying officer's session at the asked administration. */
    String officer() {
        return officer.sessionHeaders();
    }

    /** Headers of an exporter's session there. */
    String exporter() {
        return exporter.sessionHeaders();
    }

    /** The partner's certificates as vc+jwt. */
    List<String> credentials() {
        return credentials;
    }

    /** An application that nobody has made, under a number of eight digits. */
    static String application(String number) {
        return SampleCertificate.of(ASKED, number, today()).toString();
    }

    private void fill(int certificates) {
        try (SignedIn applicant = signIn(services, PARTNER, Role.EXPORTER);
                SignedIn issuing = signIn(services, PARTNER, Role.ISSUING_OFFICER)) {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < certificates; i++) {
                String number = "BENCH-" + (10_000_000 + i);
                Answer applied = applicant
                        .post(
                                "/v1/applications",
                                number,
                                SampleCertificate.of(PARTNER, number, today()).toString(),
                                "")
                        .good();
                issuing.post("/v1/applications/" + applied.at("/id") + "/approval", number, "", applied.etag())
                        .good();
            }
            until(() -> inbox().size() == certificates, () -> inbox().size() + " certificates arrived");
            inbox().forEach(each -> names.add(each.path("id").asString()));
            names.forEach(name -> credentials.add(credential(issuing, name)));
        }
    }

    private List<JsonNode> inbox() {
        return officer.get("/v1/inbox?limit=100").good().list("/items");
    }

    private static String credential(SignedIn issuing, String name) {
        String held = "/v1/certificates/" + name;
        // Given from the same moment on as the credential, which is no JSON: its refusals would be "not acceptable".
        until(
                () -> issuing.get(held + "/seal").isGood(),
                () -> issuing.get(held + "/seal").text());
        return new String(issuing.file(held + "/credential", "application/vc+jwt"), StandardCharsets.US_ASCII);
    }

    private static SignedIn signIn(Administrations services, MemberId member, Role role) {
        return SignedIn.at(services.ports().address(member), services.accounts().of(member, role));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private interface Condition {
        boolean holds();
    }

    private static void until(Condition condition, Supplier<String> what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the stage of the bench does not come about: " + what.get());
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private record Telling(Consumer<String> out) implements Watcher {
        @Override
        public void progress(String words) {
            // the report has its own lines
        }

        @Override
        public void alarm(String words) {
            out.accept(words);
        }

        @Override
        public void broken(String words) {
            out.accept(words);
        }
    }

    @Override
    public void close() {
        officer.close();
        exporter.close();
        services.close();
    }
}
