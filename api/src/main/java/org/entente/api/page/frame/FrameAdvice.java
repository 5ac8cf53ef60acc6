package org.entente.api.page.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.api.account.Caller;
import org.entente.api.account.Role;
import org.entente.api.security.Callers;
import org.entente.api.settings.InstanceSettings;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame and its words. */
@ControllerAdvice("org.entente.api.page")
public final class FrameAdvice {
    private static final boolean SCRIPTS = new ClassPathResource("static/assets/scan-and-verify.js").exists();

    private final InstanceSettings settings;
    private final Callers callers;
    private final Languages languages;
    private final MessageSource messages;

    FrameAdvice(InstanceSettings settings, Callers callers, Languages languages, MessageSource messages) {
        this.settings = settings;
        this.callers = callers;
        this.languages = languages;
        this.messages = messages;
    }

    /**
     * Codes, days and quantities in a language.
     *
     * @param locale the reader's
     * @return what templates call {@code words}
     */
    @ModelAttribute("words")
    public Words words(Locale locale) {
        return new Words(messages, locale);
    }

    /**
     * What stands around a page.
     *
     * @param request of the page
     * @param locale the reader's
     * @return what templates call {@code frame}
     */
    @ModelAttribute("frame")
    public Frame frame(HttpServletRequest request, Locale locale) {
        Optional<Caller> caller = callers.of(request);
        String member = settings.member().value();
        return new Frame(
                member,
                Locale.of("", member).getDisplayCountry(locale),
                caller.map(Caller::account).orElse(""),
                request.getRequestURI(),
                SCRIPTS,
                places(caller, request.getRequestURI()),
                languages.all().stream()
                        .filter(other -> !other.equals(locale))
                        .map(other -> new Frame.Language(other.toLanguageTag(), other.getDisplayName(other)))
                        .toList());
    }

    private static List<Place> places(Optional<Caller> caller, String path) {
        List<Place> places = new ArrayList<>();
        if (may(caller, Role.EXPORTER) || may(caller, Role.BROKER)) {
            places.add(place("/applications", "place.applications", path));
        }
        if (may(caller, Role.ISSUING_OFFICER)) {
            places.add(place("/queue", "place.queue", path));
        }
        if (may(caller, Role.EXPORTER) || may(caller, Role.BROKER) || may(caller, Role.ISSUING_OFFICER)) {
            places.add(place("/certificates", "place.certificates", path));
        }
        if (may(caller, Role.VERIFYING_OFFICER) || may(caller, Role.ISSUING_OFFICER)) {
            places.add(place("/scan", "place.scan", path));
        }
        if (may(caller, Role.VERIFYING_OFFICER)) {
            places.add(place("/inbox", "place.inbox", path));
            places.add(place("/provisional", "place.provisional", path));
        }
        if (may(caller, Role.ADMINISTRATOR)) {
            places.add(place("/network", "place.network", path));
            places.add(place("/accounts", "place.accounts", path));
            places.add(place("/organisations", "place.organisations", path));
            places.add(place("/webhooks", "place.webhooks", path));
            places.add(place("/audit", "place.audit", path));
        }
        places.add(place("/verify", "place.verify", path));
        return places;
    }

    private static boolean may(Optional<Caller> caller, Role role) {
        return caller.map(known -> known.has(role)).orElse(false);
    }

    private static Place place(String at, String words, String path) {
        return new Place(at, words, path.equals(at) || path.startsWith(at + "/"));
    }
}
