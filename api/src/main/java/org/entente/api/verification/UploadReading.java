package org.entente.api.verification;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.springframework.stereotype.Component;

/** Reads a file within its limit, whatever its sender says of its length. */
@Component
class UploadReading {
    /** The most bytes of a file. */
    static final int MAX_BYTES = 10 << 20;

    byte[] bytes(HttpServletRequest request) {
        try {
            byte[] bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw Refusal.of(ApiCode.REQUEST_TOO_LARGE, "limit " + MAX_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw Refusal.of(ApiCode.REQUEST_MALFORMED, "the file ended early");
        }
    }
}
