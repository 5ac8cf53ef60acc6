package org.entente.api.page.frame;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The languages of the pages: English, and every one for which there is a file {@code messages_<language>.properties}. */
@Component
final class Languages {
    private static final Pattern FILE = Pattern.compile("messages_([a-zA-Z_]{2,20})\\.properties");
    private static final int LONGEST_HEADER = 500;

    private final List<Locale> known;

    Languages() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages_*.properties");
        Stream<Locale> others = Arrays.stream(files)
                .map(file -> FILE.matcher(String.valueOf(file.getFilename())))
                .filter(Matcher::matches)
                .map(name -> Locale.forLanguageTag(name.group(1).replace('_', '-')))
                .distinct()
                .sorted(Comparator.comparing(Locale::toLanguageTag));
        this.known = Stream.concat(Stream.of(Locale.ENGLISH), others).toList();
    }

    /** All of them, English first. */
    List<Locale> all() {
        return known;
    }

    /** The language of a tag, as a switch or a cookie says it. */
    Optional<Locale> named(String tag) {
        return known.stream()
                .filter(locale -> locale.toLanguageTag().equals(tag))
                .findFirst();
    }

    /** The best one for what a browser asks for (RFC 4647, lookup); English where none fits. */
    Locale best(String acceptLanguage) {
        try {
            List<LanguageRange> wanted =
                    LanguageRange.parse(acceptLanguage.substring(0, Math.min(acceptLanguage.length(), LONGEST_HEADER)));
            Locale found = Locale.lookup(wanted, known);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
