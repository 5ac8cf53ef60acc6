package org.entente.paper.read;

import java.util.List;
import org.entente.paper.print.CredentialFile;

/**
 * What was found in a PDF. Anybody may have put it there: it is to be verified.
 *
 * @param credentials embedded files that may be credentials, in the order of the file
 * @param codes texts of QR codes on the pages; looked for only where nothing is embedded
 */
public record PdfContent(List<CredentialFile> credentials, List<String> codes) {
    /** Keeps unmodifiable copies. */
    public PdfContent {
        credentials = List.copyOf(credentials);
        codes = List.copyOf(codes);
    }
}
