package org.entente.api.page.verify;

import static org.entente.api.account.Role.ISSUING_OFFICER;
import static org.entente.api.account.Role.VERIFYING_OFFICER;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.entente.api.security.Callers;
import org.entente.api.security.Open;
import org.entente.api.verification.Presented;
import org.entente.api.verification.PublicLimit;
import org.entente.api.verification.Verification;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The one box for everybody, without an account: the answer, who issued it and when. */
@Controller
@Open
final class VerifyPages {
    private final Verification verification;
    private final PublicLimit limit;
    private final Callers callers;

    VerifyPages(Verification verification, PublicLimit limit, Callers callers) {
        this.verification = verification;
        this.limit = limit;
        this.callers = callers;
    }

    @GetMapping("/verify")
    String ask() {
        return "verify/public";
    }

    /** What the link of a QR code opens. What is behind its # is read by the browser's part alone, and sent in a body. */
    @GetMapping("/c/{address}")
    String scannedLink(HttpServletRequest request, Model model) {
        model.addAttribute("link", true);
        boolean officer = callers.of(request)
                .map(caller -> caller.has(VERIFYING_OFFICER) || caller.has(ISSUING_OFFICER))
                .orElse(false);
        return officer ? "verify/scan" : "verify/public";
    }

    @PostMapping("/verify")
    String verified(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale language,
            Model model) {
        limit.count(request);
        Presented presented = Box.read(text, file);
        if (presented instanceof Presented.Numbered) {
            model.addAttribute("numberAlone", true);
        } else {
            model.addAttribute("answer", AnswerShown.of(verification.forAnybody(presented, language)));
        }
        return "verify/public";
    }
}
