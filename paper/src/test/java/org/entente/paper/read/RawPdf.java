package org.entente.paper.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes PDF files object by object, also such as no decent program writes. */
final class RawPdf {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    RawPdf() {
        text("%PDF-1.7\n");
    }

    /** Numbered from 1 in the order of the calls. */
    RawPdf object(String content) {
        begin();
        text(content + "\nendobj\n");
        return this;
    }

    RawPdf stream(String dictionary, byte[] data) {
        return stream(dictionary, "\n", data);
    }

    RawPdf stream(String dictionary, String afterKeyword, byte[] data) {
        begin();
        text("<<" + dictionary + "/Length " + data.length + ">>\nstream" + afterKeyword);
        out.writeBytes(data);
        text("\nendstream\nendobj\n");
        return this;
    }

    /** Object 1 is the catalog. */
    byte[] file() {
        int table = out.size();
        text("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> text(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        text("trailer\n<</Root 1 0 R/Size " + (offsets.size() + 1) + ">>\nstartxref\n" + table + "\n%%EOF\n");
        return out.toByteArray();
    }

    /** One page with a content stream and resources. */
    static byte[] page(String dictionary, byte[] content, String resources) {
        return new RawPdf()
                        .object("<</Type/Catalog/Pages 2 0 R>>")
                        .object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
                        .object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<" + resources
                                + ">>>>")
                        .stream(dictionary, content)
                        .file();
    }

    static byte[] flate(byte[] data) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(compressed, new Deflater(9))) {
            deflater.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private void begin() {
        offsets.add(out.size());
        text(offsets.size() + " 0 obj\n");
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
