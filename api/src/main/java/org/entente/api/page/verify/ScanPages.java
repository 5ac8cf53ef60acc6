package org.entente.api.page.verify;

import static org.entente.api.account.Role.ISSUING_OFFICER;
import static org.entente.api.account.Role.VERIFYING_OFFICER;

import java.util.Locale;
import java.util.Optional;
import org.entente.api.account.Caller;
import org.entente.api.certificate.CertificateName;
import org.entente.api.certificate.CertificateStanding;
import org.entente.api.page.certificate.StandingShown;
import org.entente.api.security.AllowedFor;
import org.entente.api.verification.Presented;
import org.entente.api.verification.Verification;
import org.entente.api.verification.VerificationView;
import org.entente.model.member.MemberId;
import org.entente.model.origin.certificate.CertificateId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The one box for officers: the answer with what it rests on, the own copy of the ledger, and where to go on. */
@Controller
@AllowedFor({VERIFYING_OFFICER, ISSUING_OFFICER})
final class ScanPages {
    private final Verification verification;
    private final MemberId self;

    ScanPages(Verification verification, MemberId self) {
        this.verification = verification;
        this.self = self;
    }

    @GetMapping("/scan")
    String scan() {
        return "verify/scan";
    }

    @PostMapping("/scan")
    String scanned(
            Caller caller,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale language,
            Model model) {
        return show(verification.forOfficer(Box.read(text, file), caller, language), caller, model);
    }

    /** Of several certificates with one number, the officer chose this. */
    @PostMapping("/scan/{certificate}")
    String chosen(Caller caller, @PathVariable String certificate, Locale language, Model model) {
        Presented chosen = new Presented.Numbered(CertificateName.read(certificate));
        return show(verification.forOfficer(chosen, caller, language), caller, model);
    }

    private String show(VerificationView view, Caller caller, Model model) {
        model.addAttribute("answer", AnswerShown.of(view));
        model.addAttribute("view", view);
        copy(view).ifPresent(shown -> {
            model.addAttribute("shown", shown);
            next(shown.id(), caller).ifPresent(path -> model.addAttribute("next", path));
        });
        return "verify/scan";
    }

    private static Optional<StandingShown> copy(VerificationView view) {
        CertificateStanding copy = view.copy();
        return copy == null ? Optional.empty() : Optional.of(StandingShown.of(CertificateName.read(copy.id()), copy));
    }

    /** Uses are recorded by the importing side; the issuing side looks at what it issued. */
    private Optional<String> next(CertificateId id, Caller caller) {
        boolean own = id.issuer().equals(self);
        return caller.has(own ? ISSUING_OFFICER : VERIFYING_OFFICER)
                ? Optional.of((own ? "/certificates/" : "/inbox/") + CertificateName.of(id))
                : Optional.empty();
    }
}
