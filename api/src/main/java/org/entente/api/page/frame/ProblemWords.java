package org.entente.api.page.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import org.entente.api.problem.FindingView;
import org.entente.api.problem.ProblemLanguage;
import org.entente.api.problem.ProblemView;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The words of problems in the languages of the pages: titles by their codes, particulars that are the same in each case by
 * the messages that begin with {@code detail.}. Names and numbers of a case have no translation.
 */
@Component
final class ProblemWords implements ProblemLanguage {
    private static final String PARTICULARS = "detail.";

    private final Languages languages;
    private final MessageSource messages;
    private final Map<String, String> keys = new HashMap<>();

    ProblemWords(Languages languages, MessageSource messages) {
        this.languages = languages;
        this.messages = messages;
        Catalogue.codes().forEach(code -> keys.put(Catalogue.title(code), "code." + code));
        ResourceBundle english = ResourceBundle.getBundle("messages", Locale.ROOT);
        english.keySet().stream()
                .filter(key -> key.startsWith(PARTICULARS))
                .forEach(key -> keys.put(english.getString(key), key));
    }

    @Override
    public Told told(ProblemView english, HttpServletRequest request) {
        Locale locale = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .map(languages::best)
                .orElse(Locale.ENGLISH);
        return locale.equals(Locale.ENGLISH) ? new Told(english, locale.toLanguageTag()) : translated(english, locale);
    }

    private Told translated(ProblemView english, Locale locale) {
        ProblemView other = new ProblemView(
                english.type(),
                said(english.title(), locale).orElse(english.title()),
                english.status(),
                said(english.detail(), locale).orElse(english.detail()),
                english.code(),
                english.traceId(),
                english.errors().stream()
                        .map(error -> translated(error, locale))
                        .toList());
        boolean whole = said(english.title(), locale).isPresent()
                && said(english.detail(), locale).isPresent()
                && english.errors().stream()
                        .allMatch(error -> said(error.detail(), locale).isPresent());
        return new Told(other, whole ? locale.toLanguageTag() : locale.toLanguageTag() + ", en");
    }

    private FindingView translated(FindingView error, Locale locale) {
        return new FindingView(
                error.code(),
                error.severity(),
                error.pointer(),
                said(error.detail(), locale).orElse(error.detail()),
                error.law());
    }

    private Optional<String> said(String english, Locale locale) {
        return english.isEmpty()
                ? Optional.of(english)
                : Optional.ofNullable(keys.get(english))
                        .flatMap(key -> Optional.ofNullable(messages.getMessage(key, null, null, locale)));
    }
}
