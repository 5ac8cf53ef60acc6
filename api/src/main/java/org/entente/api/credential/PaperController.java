package org.entente.api.credential;

import static org.entente.api.account.Role.BROKER;
import static org.entente.api.account.Role.EXPORTER;
import static org.entente.api.account.Role.ISSUING_OFFICER;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import org.entente.api.account.Caller;
import org.entente.api.audit.Audit;
import org.entente.api.certificate.CertificateName;
import org.entente.api.certificate.CertificateReading;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.model.origin.CertificateView;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.paper.qr.QrCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Certificates to print, over HTTP. */
@RestController
@RequestMapping("/v1/certificates/{certificate}")
@AllowedFor({EXPORTER, BROKER, ISSUING_OFFICER})
class PaperController {
    private static final String SVG = "image/svg+xml";
    private static final int PIXELS = 8;

    private final Credentials credentials;
    private final CertificateReading certificates;
    private final CertificatePrinting printing;
    private final Audit audit;

    PaperController(
            Credentials credentials, CertificateReading certificates, CertificatePrinting printing, Audit audit) {
        this.credentials = credentials;
        this.certificates = certificates;
        this.printing = printing;
        this.audit = audit;
    }

    @Operation(summary = "The certificate as PDF/A-3, with the credential inside and both QR codes")
    @GetMapping(path = "/paper", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> paper(Caller caller, @PathVariable String certificate) {
        HeldCredential held = counting(certificate, caller);
        byte[] pdf = printing.print(held);
        audit.note(caller, "paper.downloaded", held.subject(), "");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"certificate.pdf\"")
                .body(pdf);
    }

    @Operation(summary = "A QR code of the certificate as SVG: code is seal or link")
    @GetMapping(path = "/qr/{code}.svg", produces = SVG)
    ResponseEntity<byte[]> svg(Caller caller, @PathVariable String certificate, @PathVariable String code) {
        HeldCredential held = counting(certificate, caller);
        // Not noted: it stands in pages, which are noted themselves.
        String picture = QrCode.of(text(held, code)).svg("QR code: " + code);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(SVG))
                .body(picture.getBytes(StandardCharsets.UTF_8));
    }

    @Operation(summary = "A QR code of the certificate as PNG: code is seal or link")
    @GetMapping(path = "/qr/{code}.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> png(Caller caller, @PathVariable String certificate, @PathVariable String code) {
        HeldCredential held = counting(certificate, caller);
        byte[] picture = QrCode.of(text(held, code)).png(PIXELS);
        audit.note(caller, "seal.downloaded", held.subject(), code);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(picture);
    }

    /** Nobody hands on what was cancelled; the credential itself stays as a record, and its status list says so. */
    private HeldCredential counting(String certificate, Caller caller) {
        CertificateId id = CertificateName.read(certificate);
        HeldCredential held = credentials.of(id, caller);
        if (certificates
                .standing(id, held.audience())
                .filter(standing -> standing.status() == CertificateView.Status.CANCELLED)
                .isPresent()) {
            throw Refusal.of(ApiCode.REQUEST_STATE_CONFLICT, "the certificate is cancelled");
        }
        return held;
    }

    private static String text(HeldCredential held, String code) {
        return switch (code) {
            case "seal" -> held.seal();
            case "link" -> held.link();
            default -> throw Refusal.unknown();
        };
    }
}
