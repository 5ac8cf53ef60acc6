package org.entente.api.page.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern USED = Pattern.compile("#\\{([a-z][A-Za-z.-]+[A-Za-z])[(}]");
    private static final Properties ENGLISH = load("messages.properties");

    @Test
    void every_message_of_the_templates_has_words() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = USED.matcher(Files.readString(file));
                while (matcher.find()) {
                    if (!ENGLISH.containsKey(matcher.group(1))) {
                        missing.add(file.getFileName() + ": " + matcher.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void another_language_says_everything_that_english_says_but_codes_and_units_that_are_the_same() {
        Properties spanish = load("messages_es.properties");
        assertThat(spanish.stringPropertyNames().stream()
                        .filter(key -> !key.startsWith("code.") && !ENGLISH.containsKey(key)))
                .isEmpty();
        assertThat(ENGLISH.stringPropertyNames().stream()
                        .filter(key -> !key.startsWith("unit."))
                        .filter(key -> !spanish.containsKey(key)))
                .isEmpty();
    }

    @Test
    void messages_take_the_same_particulars_in_every_language() {
        Properties spanish = load("messages_es.properties");
        assertThat(spanish.stringPropertyNames().stream().filter(key -> !key.startsWith("code.")))
                .allSatisfy(key -> assertThat(particulars(spanish, key)).isEqualTo(particulars(ENGLISH, key)));
    }

    @Test
    void codes_that_are_translated_are_codes_of_the_catalogue() {
        assertThat(load("messages_es.properties").stringPropertyNames().stream()
                        .filter(key -> key.startsWith("code."))
                        .filter(key -> !Catalogue.knows(key.substring("code.".length()))))
                .isEmpty();
        assertThat(Catalogue.title("ORIGIN_USE_EXCEEDS_BALANCE")).contains("greater");
        assertThat(Catalogue.title("SOMETHING_ELSE")).isEqualTo("SOMETHING_ELSE");
    }

    private static Set<String> particulars(Properties messages, String key) {
        String text = Objects.requireNonNull(messages.getProperty(key));
        if (text.indexOf('{') < 0) {
            return Set.of();
        }
        assertThat(new MessageFormat(text).getFormats()).as(key).isNotEmpty();
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Properties load(String file) {
        Properties properties = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream("/" + file)), StandardCharsets.UTF_8)) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void chooses_the_language_that_the_browser_asks_for() throws IOException {
        Languages languages = new Languages();
        assertThat(List.of("es-MX,es;q=0.9,en;q=0.1", "fr,es;q=0.5", "xx", "*;q=;;", "en-AU"))
                .extracting(header -> languages.best(header).toLanguageTag())
                .containsExactly("es", "es", "en", "en", "en");
    }
}
