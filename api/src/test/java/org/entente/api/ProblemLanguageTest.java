package org.entente.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.entente.api.account.Role;
import org.entente.api.stage.Answer;
import org.entente.api.stage.Api;
import org.entente.api.stage.Samples;
import org.entente.api.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Problem documents speak the language that is asked for; what programs read stays the same. */
class ProblemLanguageTest {
    private static final Api AU = Stage.shared().au();
    private static final String UNKNOWN = "There is nothing here that this account may see";
    private static final String UNKNOWN_ES = "Aquí no hay nada que esta cuenta pueda ver";

    @BeforeAll
    static void accounts() {
        AU.account("language-exporter", AU.organisation("Exporter"), Role.EXPORTER);
    }

    private static Answer unknown(String language) {
        HttpRequest.Builder request = AU.as("language-exporter", "/v1/nothing");
        return AU.send(language.isEmpty() ? request : request.header("Accept-Language", language))
                .problem(404, "REQUEST_TARGET_UNKNOWN");
    }

    private static void speaks(Answer answer, String languages) {
        assertThat(answer.header("Content-Language")).isEqualTo(languages);
        assertThat(answer.response().headers().allValues("Vary")).contains("Accept-Language");
    }

    @Test
    void title_and_detail_follow_what_is_asked_for_and_are_english_otherwise() {
        for (String language : List.of("es", "es-MX,es;q=0.9,en;q=0.1", "fr,es;q=0.5")) {
            Answer answer = unknown(language);
            speaks(answer, "es");
            assertThat(answer.text("/title")).isEqualTo(UNKNOWN_ES);
            assertThat(answer.text("/detail")).doesNotContain("nothing").isNotEmpty();
        }
        for (String language : List.of("", "en-AU", "fr", "*;q=;;", "en,es;q=0.9")) {
            Answer answer = unknown(language);
            speaks(answer, "en");
            assertThat(answer.text("/title")).isEqualTo(UNKNOWN);
        }
    }

    @Test
    void what_filters_refuse_speaks_it_too() {
        Answer answer = AU.send(
                        HttpRequest.newBuilder(AU.at("/v1/applications")).header("Accept-Language", "es"))
                .problem(401, "REQUEST_UNAUTHENTICATED");
        speaks(answer, "es");
        assertThat(answer.text("/title")).isEqualTo("La petición necesita una sesión o un token válidos");
        assertThat(answer.text("/detail")).isEqualTo("inicie sesión o envíe un token");
    }

    @Test
    void codes_and_places_are_the_same_and_particulars_without_words_stay_english() {
        String wrong = Samples.certificate().replace("\"100390\"", "\"1\"");
        Answer english =
                AU.send(AU.post("language-exporter", "/v1/applications", wrong)).problem(422, "REQUEST_REFUSED");
        Answer spanish = AU.send(
                        AU.post("language-exporter", "/v1/applications", wrong).header("Accept-Language", "es"))
                .problem(422, "REQUEST_REFUSED");
        speaks(english, "en");
        speaks(spanish, "es, en");
        assertThat(spanish.codes()).isEqualTo(english.codes()).contains("ORIGIN_HS_INVALID");
        assertThat(spanish.text("/errors/0/pointer")).isEqualTo(english.text("/errors/0/pointer"));
        assertThat(spanish.text("/type")).isEqualTo(english.text("/type"));
        assertThat(spanish.text("/title")).isEqualTo("Las reglas deniegan lo que dice la petición");
        assertThat(spanish.text("/detail")).isEqualTo("véase errors");
        Answer given = AU.send(
                        AU.as("language-exporter", "/v1/applications?state=%00").header("Accept-Language", "es"))
                .problem(400, "REQUEST_PARAMETER_INVALID");
        speaks(given, "es, en");
        assertThat(given.text("/detail")).isEqualTo("state holds U+0000");
    }

    @Test
    void every_particular_with_words_is_said_somewhere() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.append(Files.readString(file));
            }
        }
        ResourceBundle english = ResourceBundle.getBundle("messages", java.util.Locale.ROOT);
        assertThat(english.keySet().stream().filter(key -> key.startsWith("detail.")))
                .hasSizeGreaterThan(20)
                .allSatisfy(key -> assertThat(sources).contains("\"" + english.getString(key) + "\""));
    }
}
