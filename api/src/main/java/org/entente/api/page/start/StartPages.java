package org.entente.api.page.start;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.entente.api.account.Caller;
import org.entente.api.account.Role;
import org.entente.api.security.Callers;
import org.entente.api.security.Open;
import org.entente.api.security.OutsideServices;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page, and the way from the address alone to the page that fits. */
@Controller
@Open
final class StartPages {
    private final Callers callers;
    private final List<String> outside;

    StartPages(Callers callers, ObjectProvider<OutsideServices> outside) {
        this.callers = callers;
        this.outside =
                outside.stream().flatMap(services -> services.names().stream()).toList();
    }

    @GetMapping("/")
    String start(HttpServletRequest request) {
        return callers.of(request).map(StartPages::home).orElse("redirect:/login");
    }

    private static String home(Caller caller) {
        if (caller.has(Role.ISSUING_OFFICER)) {
            return "redirect:/queue";
        }
        if (caller.has(Role.VERIFYING_OFFICER)) {
            return "redirect:/scan";
        }
        if (caller.has(Role.EXPORTER) || caller.has(Role.BROKER)) {
            return "redirect:/applications";
        }
        return caller.has(Role.ADMINISTRATOR) ? "redirect:/network" : "redirect:/verify";
    }

    @GetMapping("/login")
    String signIn(
            Model model,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String logout) {
        model.addAttribute("failed", error != null && !error.equals("outside"));
        model.addAttribute("refused", error != null && error.equals("outside"));
        model.addAttribute("left", logout != null);
        model.addAttribute("outside", outside);
        return "sign-in";
    }
}
