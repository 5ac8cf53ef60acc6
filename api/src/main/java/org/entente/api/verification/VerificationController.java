package org.entente.api.verification;

import static org.entente.api.account.Role.ISSUING_OFFICER;
import static org.entente.api.account.Role.VERIFYING_OFFICER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.entente.api.account.Caller;
import org.entente.api.body.JsonBody;
import org.entente.api.body.Takes;
import org.entente.api.security.AllowedFor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks for officers. */
@RestController
@AllowedFor({VERIFYING_OFFICER, ISSUING_OFFICER})
@RequestMapping(path = "/v1/verifications", produces = MediaType.APPLICATION_JSON_VALUE)
class VerificationController {
    private final Verification verification;
    private final UploadReading uploads;

    VerificationController(Verification verification, UploadReading uploads) {
        this.verification = verification;
        this.uploads = uploads;
    }

    @Operation(summary = "Check a credential, the text of a QR code, or a number: valid, invalid, or could not check")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(VerificationForm.Officer.class)
    VerificationView check(Caller caller, JsonBody body, Locale language) {
        return verification.forOfficer(VerificationForm.read(body, true), caller, language);
    }

    @Operation(summary = "Check a file: vc+jwt, JSON, PDF or a picture of a QR code")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @PostMapping(path = "/file", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    VerificationView file(Caller caller, HttpServletRequest request, Locale language) {
        return verification.forOfficer(new Presented.Upload(uploads.bytes(request)), caller, language);
    }
}
