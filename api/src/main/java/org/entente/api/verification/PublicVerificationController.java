package org.entente.api.verification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.entente.api.body.JsonBody;
import org.entente.api.body.Takes;
import org.entente.api.security.Open;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks for anybody, without an account. */
@RestController
@Open
@RequestMapping(path = "/v1/public/verifications", produces = MediaType.APPLICATION_JSON_VALUE)
class PublicVerificationController {
    private final Verification verification;
    private final PublicLimit limit;
    private final UploadReading uploads;

    PublicVerificationController(Verification verification, PublicLimit limit, UploadReading uploads) {
        this.verification = verification;
        this.limit = limit;
        this.uploads = uploads;
    }

    @Operation(summary = "Whether a certificate that one has stands; a number is not enough")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(VerificationForm.Anybody.class)
    PublicView check(HttpServletRequest request, JsonBody body, Locale language) {
        limit.count(request);
        return verification.forAnybody(VerificationForm.read(body, false), language);
    }

    @Operation(summary = "The same for a file: vc+jwt, JSON, PDF or a picture of a QR code")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @PostMapping(path = "/file", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    PublicView file(HttpServletRequest request, Locale language) {
        limit.count(request);
        return verification.forAnybody(new Presented.Upload(uploads.bytes(request)), language);
    }
}
