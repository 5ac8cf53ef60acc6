package org.entente.paper.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.entente.paper.print.CredentialFile;
import org.jspecify.annotations.Nullable;

/** The embedded files of a PDF that may be credentials: by name, {@code .jwt} or {@code .json}, of at most 1 MiB. */
final class EmbeddedCredentials {
    private static final int MOST_FOUND = 4;
    private static final int MOST_NODES = 200;
    private static final COSName ASSOCIATED = COSName.getPDFName("AF");

    private final List<CredentialFile> found = new ArrayList<>();
    private int nodes;

    private EmbeddedCredentials() {}

    static List<CredentialFile> of(PDDocument document) throws IOException {
        EmbeddedCredentials search = new EmbeddedCredentials();
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        if (names != null) {
            search.node(names.getCOSDictionary(COSName.EMBEDDED_FILES));
        }
        search.files(catalog.getCOSArray(ASSOCIATED));
        return search.found;
    }

    /** A node of a name tree (ISO 32000-1, 7.9.6); a tree that loops ends at the limit. */
    private void node(@Nullable COSDictionary node) throws IOException {
        if (node == null || ++nodes > MOST_NODES) {
            return;
        }
        files(node.getCOSArray(COSName.NAMES));
        COSArray kids = node.getCOSArray(COSName.KIDS);
        for (int i = 0; kids != null && i < kids.size() && nodes <= MOST_NODES; i++) {
            if (kids.getObject(i) instanceof COSDictionary kid) {
                node(kid);
            }
        }
    }

    /** In a name tree every second entry is a file, in a list of associated files each. */
    private void files(@Nullable COSArray entries) throws IOException {
        for (int i = 0; entries != null && i < Math.min(entries.size(), MOST_NODES); i++) {
            COSBase entry = entries.getObject(i);
            if (found.size() < MOST_FOUND && entry instanceof COSDictionary specification) {
                file(specification).filter(file -> !found.contains(file)).ifPresent(found::add);
            }
        }
    }

    private static Optional<CredentialFile> file(COSDictionary specification) throws IOException {
        String name = specification.getString(COSName.UF, specification.getString(COSName.F, ""));
        COSDictionary embedded = specification.getCOSDictionary(COSName.EF);
        if (embedded == null || !(embedded.getDictionaryObject(COSName.UF, COSName.F) instanceof COSStream stream)) {
            return Optional.empty();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        boolean token = lower.endsWith(".jwt");
        if (!token && !lower.endsWith(".json")) {
            return Optional.empty();
        }
        try (InputStream in = stream.createInputStream()) {
            byte[] bytes = in.readNBytes(CredentialFile.MAX_BYTES + 1);
            if (bytes.length == 0 || bytes.length > CredentialFile.MAX_BYTES) {
                return Optional.empty();
            }
            return Optional.of(token ? CredentialFile.jwt(bytes) : CredentialFile.json(bytes));
        }
    }
}
