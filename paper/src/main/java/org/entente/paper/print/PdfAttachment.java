package org.entente.paper.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Embeds the credential as a file associated with the whole document (ISO 19005-3, 6.8). */
final class PdfAttachment {
    private PdfAttachment() {}

    static void add(PDDocument document, CredentialFile credential, Instant madeAt) throws IOException {
        Calendar time = GregorianCalendar.from(madeAt.atZone(ZoneOffset.UTC));
        PDEmbeddedFile file =
                new PDEmbeddedFile(document, new ByteArrayInputStream(credential.bytes()), COSName.FLATE_DECODE);
        file.setSubtype(credential.mediaType());
        file.setSize(credential.bytes().length);
        file.setCreationDate(time);
        file.setModDate(time);

        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(credential.name());
        specification.setFileUnicode(credential.name());
        specification.setFileDescription("The certificate as a verifiable credential");
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        // the credential says for machines what the pages say for people
        specification.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Alternative");

        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(credential.name(), specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }
}
