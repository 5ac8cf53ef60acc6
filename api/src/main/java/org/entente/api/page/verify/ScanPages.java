package org.entente.api.page.verify;

import static org.entente.api.account.Role.VERIFYING_OFFICER;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.entente.api.account.Caller;
import org.entente.api.audit.Audit;
import org.entente.api.certificate.CertificateName;
import org.entente.api.certificate.CertificateReading;
import org.entente.api.page.certificate.StandingShown;
import org.entente.api.security.AllowedFor;
import org.entente.api.security.Open;
import org.entente.model.member.MemberId;
import org.entente.model.origin.certificate.CertificateId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The one box, for officers with what their own copy of the ledger says, and for everybody with the answer alone. */
@Controller
final class ScanPages {
    private final EvidenceChecking checking;
    private final OfferedReader reader;
    private final NumberSearch numbers;
    private final CertificateReading certificates;
    private final MemberId self;
    private final Audit audit;

    ScanPages(
            EvidenceChecking checking,
            OfferedReader reader,
            NumberSearch numbers,
            CertificateReading certificates,
            MemberId self,
            Audit audit) {
        this.checking = checking;
        this.reader = reader;
        this.numbers = numbers;
        this.certificates = certificates;
        this.self = self;
        this.audit = audit;
    }

    @GetMapping("/scan")
    @AllowedFor(VERIFYING_OFFICER)
    String scan() {
        return "verify/scan";
    }

    @PostMapping("/scan")
    @AllowedFor(VERIFYING_OFFICER)
    String scanned(
            Caller caller,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model)
            throws IOException {
        Offered offered = reader.read(text, file == null ? new byte[0] : file.getBytes());
        List<CertificateId> found = List.of();
        if (offered.isNumber()) {
            found = numbers.find(offered.text());
            model.addAttribute("number", offered.text());
        } else {
            Answer answer = answer(offered);
            model.addAttribute("answer", answer);
            found = answer.id().filter(id -> !id.issuer().equals(self)).stream().toList();
        }
        audit.note(
                caller,
                "certificate.scanned",
                found.isEmpty() ? "" : found.getFirst().subject(),
                "");
        model.addAttribute(
                "copies", found.stream().flatMap(id -> copy(id).stream()).toList());
        return "verify/scan";
    }

    @GetMapping("/verify")
    @Open
    String ask() {
        return "verify/public";
    }

    @GetMapping("/c/{address}")
    @Open
    String scannedLink() {
        return "verify/public";
    }

    @PostMapping("/verify")
    @Open
    String verified(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model)
            throws IOException {
        Offered offered = reader.read(text, file == null ? new byte[0] : file.getBytes());
        if (offered.isNumber()) {
            model.addAttribute("numberAlone", true);
        } else {
            model.addAttribute("answer", answer(offered));
        }
        return "verify/public";
    }

    private Answer answer(Offered offered) {
        return offered.isUnreadable()
                ? Answer.of("invalid", offered.findings(), Optional.empty(), Optional.empty())
                : checking.check(offered.text());
    }

    private Optional<Copy> copy(CertificateId id) {
        return certificates
                .standing(id, id.issuer())
                .map(standing -> new Copy(CertificateName.of(id), StandingShown.of(id, standing)));
    }

    /**
     * What the own copy of the ledger says of a certificate.
     *
     * @param name in paths
     * @param shown where it stands
     */
    record Copy(String name, StandingShown shown) {}
}
