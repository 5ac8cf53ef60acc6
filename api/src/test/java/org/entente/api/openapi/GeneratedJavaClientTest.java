package org.entente.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.api.account.Role;
import org.entente.api.stage.Api;
import org.entente.api.stage.Issuance;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * openapi-generator makes a Java client of {@code docs/openapi.yaml} in {@code api/client/java}, javac takes it, and it works
 * with running instances. By command, for it fetches the generator: {@code -Dentente.java-client=true}.
 */
class GeneratedJavaClientTest {
    private static final Path CLIENT = Path.of("client", "java").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void a_generated_java_client_applies_meets_findings_lists_and_verifies() throws IOException, InterruptedException {
        assumeTrue(Boolean.getBoolean("entente.java-client"), "not asked for: -Dentente.java-client=true");
        run(List.of(Path.of("../mvnw").toAbsolutePath().toString(), "-B", "-q", "clean", "process-classes"));

        Api au = Stage.shared().au();
        au.account("java-client", au.organisation("Generated Java client"), Role.EXPORTER);
        au.account("java-exporter", au.organisation("Exporter"), Role.EXPORTER);
        au.account("java-issuer", au.organisation("Administration"), Role.ISSUING_OFFICER);
        au.account("java-verifier", au.organisation("Administration"), Role.VERIFYING_OFFICER);
        new Issuance(au, "java-exporter", "java-issuer").issued(Samples.certificate("JAVA-CLIENT"));
        Path certificate = Files.writeString(folder.resolve("certificate.json"), Samples.certificate());
        String classPath = CLIENT.resolve("target/classes") + File.pathSeparator + CLIENT.resolve("target/lib/*");
        JsonNode said = JsonMapper.builder()
                .build()
                .readTree(run(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        "org.entente.sample.Check",
                        au.at("").toString(),
                        Stage.shared().tokens().token("java-client"),
                        certificate.toString(),
                        au.at("").toString(),
                        Stage.shared().tokens().token("java-verifier"),
                        "JAVA-CLIENT")));

        assertThat(said.path("account").asString()).isEqualTo("java-client");
        assertThat(said.path("state").asString()).isEqualTo("APPLIED");
        assertThat(said.path("status").asInt()).isEqualTo(422);
        assertThat(said.path("code").asString()).isEqualTo("REQUEST_REFUSED");
        assertThat(said.path("errors").toString()).contains("/items/0/hs");
        assertThat(said.path("listed").asBoolean()).isTrue();
        assertThat(said.path("outcome").asString()).isEqualTo("VALID");
        assertThat(said.path("verified").asString()).isEqualTo("JAVA-CLIENT");
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(CLIENT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        boolean ended = process.waitFor(5, TimeUnit.MINUTES);
        process.destroyForcibly();
        String said = Files.readString(out);
        assertThat(ended && process.exitValue() == 0).as(said).isTrue();
        return said;
    }
}
