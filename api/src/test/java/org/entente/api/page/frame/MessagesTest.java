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
import org.entente.api.application.Application;
import org.entente.api.node.ProgressView;
import org.entente.client.origin.CertificateAnswer;
import org.entente.model.finding.Severity;
import org.entente.model.origin.CertificateView;
import org.entente.model.origin.RefusalReason;
import org.entente.model.origin.certificate.Flag;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern USED = Pattern.compile("#\\{([a-z][A-Za-z.-]+[A-Za-z])[(}]");
    private static final Properties ENGLISH = load("messages.properties");
    private static final List<String> OTHERS = others();

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
    void another_language_says_everything_that_english_says_but_units_that_are_the_same() {
        for (String file : OTHERS) {
            Properties other = load(file);
            assertThat(other.stringPropertyNames().stream()
                            .filter(key -> !key.startsWith("code.") && !ENGLISH.containsKey(key)))
                    .as(file)
                    .isEmpty();
            assertThat(ENGLISH.stringPropertyNames().stream()
                            .filter(key -> !key.startsWith("unit."))
                            .filter(key -> !other.containsKey(key)))
                    .as(file)
                    .isEmpty();
        }
    }

    @Test
    void messages_take_the_same_particulars_in_every_language() {
        for (String file : OTHERS) {
            Properties other = load(file);
            assertThat(other.stringPropertyNames().stream().filter(key -> !key.startsWith("code.")))
                    .allSatisfy(key -> assertThat(particulars(other, key)).isEqualTo(particulars(ENGLISH, key)));
        }
    }

    /** English has them in the catalogue itself; every other language has a line for each. */
    @Test
    void every_code_of_the_catalogue_has_words_in_every_language_and_no_other_code_has() {
        assertThat(Catalogue.codes())
                .hasSizeGreaterThan(200)
                .allSatisfy(
                        code -> assertThat(Catalogue.title(code)).isNotBlank().isNotEqualTo(code));
        assertThat(Catalogue.title("SOMETHING_ELSE")).isEqualTo("SOMETHING_ELSE");
        for (String file : OTHERS) {
            Set<String> translated = load(file).stringPropertyNames().stream()
                    .filter(key -> key.startsWith("code."))
                    .map(key -> key.substring("code.".length()))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(translated).as(file).isEqualTo(new TreeSet<>(Catalogue.codes()));
        }
    }

    /** Keys that templates and code put together from a part that varies. */
    @Test
    void every_state_step_and_reason_has_words() {
        Stream<String> keys = Stream.of(
                        keys("application.state.", Application.State.values()),
                        keys("standing.", CertificateView.Status.values()),
                        keys("standing.reason.", CertificateAnswer.Reason.values()),
                        keys("progress.short.", ProgressView.Stage.values()),
                        keys("reason.", RefusalReason.values()),
                        keys("severity.", Severity.values()),
                        Stream.of(Flag.values()).map(flag -> "flag." + flag.wire()))
                .flatMap(each -> each);
        assertThat(keys).allSatisfy(key -> assertThat(ENGLISH).containsKey(key));
    }

    private static Stream<String> keys(String before, Enum<?>... values) {
        return Stream.of(values).map(value -> before + value.name());
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

    private static List<String> others() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("messages_.+\\.properties"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
