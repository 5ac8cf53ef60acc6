package org.entente.api.credential;

import static org.entente.api.account.Role.BROKER;
import static org.entente.api.account.Role.EXPORTER;
import static org.entente.api.account.Role.ISSUING_OFFICER;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.entente.api.account.Caller;
import org.entente.api.audit.Audit;
import org.entente.api.certificate.CertificateName;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.certs.credential.proof.Securing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Credentials over HTTP, for their holders and the officers who issued them. */
@RestController
@RequestMapping("/v1/certificates/{certificate}")
@AllowedFor({EXPORTER, BROKER, ISSUING_OFFICER})
class CredentialController {
    private static final String JWT = "application/vc+jwt";
    private static final String JSON = "application/vc";
    private static final String JSON_LD = "application/vc+ld+json";

    private final Credentials credentials;
    private final Audit audit;

    CredentialController(Credentials credentials, Audit audit) {
        this.credentials = credentials;
        this.audit = audit;
    }

    /**
     * The texts of the two QR codes.
     *
     * @param seal an officer's device verifies it without any network
     * @param link any phone opens it; a secret, since it shows the certificate to whoever has it
     */
    record Codes(String seal, String link) {}

    @Operation(
            summary = "The certificate as a verifiable credential: vc+jwt, or JSON with a proof as Accept asks;"
                    + " securing names one of vc+jwt, ecdsa-jcs-2019, eddsa-jcs-2022")
    @GetMapping(
            path = "/credential",
            produces = {JWT, JSON, JSON_LD})
    ResponseEntity<byte[]> credential(
            Caller caller,
            @PathVariable String certificate,
            @RequestParam(required = false) @Nullable String securing,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept) {
        HeldCredential held = credentials.of(CertificateName.read(certificate), caller);
        MediaType type = wanted(accept, securing);
        byte[] body = credentials.secured(held, securing(securing, type));
        audit.note(caller, "credential.downloaded", held.subject(), type.toString());
        return ResponseEntity.ok().contentType(type).body(body);
    }

    /** With a securing that was named, only JSON or JWT is left to choose. */
    private static MediaType wanted(@Nullable String accept, @Nullable String securing) {
        if (securing != null) {
            return MediaType.parseMediaType(Securing.VC_JWT.wire().equals(securing) ? JWT : JSON);
        }
        try {
            List<MediaType> accepted = MediaType.parseMediaTypes(accept);
            return List.of(JWT, JSON, JSON_LD).stream()
                    .map(MediaType::parseMediaType)
                    .filter(type -> accepted.isEmpty() || accepted.stream().anyMatch(each -> each.includes(type)))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of(ApiCode.REQUEST_ACCEPT_UNSUPPORTED, "see produces"));
        } catch (InvalidMediaTypeException e) {
            throw Refusal.of(ApiCode.REQUEST_ACCEPT_UNSUPPORTED, "not a media type");
        }
    }

    private static Securing securing(@Nullable String named, MediaType type) {
        return named == null
                ? type.toString().equals(JWT) ? Securing.VC_JWT : Securing.ECDSA_JCS_2019
                : Securing.ofWire(named)
                        .orElseThrow(
                                () -> Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, "securing is of another name"));
    }

    @Operation(summary = "The texts of the certificate's two QR codes")
    @GetMapping(path = "/seal", produces = MediaType.APPLICATION_JSON_VALUE)
    Codes seal(Caller caller, @PathVariable String certificate) {
        HeldCredential held = credentials.of(CertificateName.read(certificate), caller);
        audit.note(caller, "seal.downloaded", held.subject(), "");
        return new Codes(held.seal(), held.link());
    }
}
