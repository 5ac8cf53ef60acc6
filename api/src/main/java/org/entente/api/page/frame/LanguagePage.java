package org.entente.api.page.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.entente.api.security.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The switch of languages: keeps the choice in a cookie and goes back to where the reader was. */
@Controller
@Open
final class LanguagePage {
    /** A path of ours: one slash at its start, nothing that a browser might take for another host. */
    private static final Pattern OURS = Pattern.compile("/(?:[A-Za-z0-9._~-][A-Za-z0-9._~%/-]*)?");

    private final Languages languages;
    private final LanguageChoice choice;

    LanguagePage(Languages languages, LanguageChoice choice) {
        this.languages = languages;
        this.choice = choice;
    }

    @GetMapping("/language")
    String choose(
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        languages.named(to).ifPresent(locale -> choice.setLocale(request, response, locale));
        return "redirect:" + (OURS.matcher(back).matches() ? back : "/");
    }
}
