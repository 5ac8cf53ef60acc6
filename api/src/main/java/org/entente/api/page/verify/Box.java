package org.entente.api.page.verify;

import java.io.IOException;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.verification.Presented;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What stands in the one box: a file, where there is one, otherwise what was typed, pasted or scanned. */
final class Box {
    private Box() {}

    static Presented read(String text, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return Presented.typed(text);
        }
        try {
            return new Presented.Upload(file.getBytes());
        } catch (IOException e) {
            throw Refusal.of(ApiCode.REQUEST_MALFORMED, "the file ended early");
        }
    }
}
