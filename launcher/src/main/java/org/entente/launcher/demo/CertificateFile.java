package org.entente.launcher.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.json.StrictJson;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.origin.check.CertificateCheck;
import org.entente.model.origin.tradetrust.ImportedCertificate;
import org.entente.model.origin.tradetrust.Remark;
import org.entente.model.origin.tradetrust.TradeTrustImport;
import tools.jackson.databind.JsonNode;

/**
 * A certificate in a file, in Entente's own form or in TradeTrust's, checked.
 *
 * @param form which of the two
 * @param certificate the certificate, if nothing in it is an error
 * @param findings everything that was found
 * @param remarks what of a foreign form was left out, converted or assumed
 */
record CertificateFile(Form form, Optional<Certificate> certificate, List<Finding> findings, List<Remark> remarks) {
    /** The forms that are read. */
    enum Form {
        /** {@code schema/origin.certificate.issued-1.json}. */
        ENTENTE("Entente's own JSON"),
        /** TradeTrust's ChAFTA form, bare or wrapped by OpenAttestation. */
        TRADETRUST("TradeTrust/OpenAttestation JSON");

        private final String words;

        Form(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Reads and checks a file of at most 4 MiB. */
    static CertificateFile read(Path file, RuleSets ruleSets) {
        return read(bytes(file), ruleSets);
    }

    static CertificateFile read(byte[] bytes, RuleSets ruleSets) {
        if (isForeign(bytes)) {
            ImportedCertificate imported = new TradeTrustImport(ruleSets).read(bytes);
            return new CertificateFile(
                    Form.TRADETRUST, imported.certificate(), imported.findings(), imported.remarks());
        }
        return switch (new CertificateCheck(ruleSets).check(CertificateJson.parse(bytes))) {
            case Checked.Accepted<Certificate>(var certificate, var remarks) ->
                new CertificateFile(Form.ENTENTE, Optional.of(certificate), remarks, List.of());
            case Checked.Rejected<Certificate>(var findings) ->
                new CertificateFile(Form.ENTENTE, Optional.empty(), findings, List.of());
        };
    }

    /** Entente's form names its agreement at the top; no form of TradeTrust's does. */
    private static boolean isForeign(byte[] bytes) {
        return StrictJson.parse(bytes, TradeTrustImport.MAX_BYTES)
                        instanceof Checked.Accepted<JsonNode>(var node, var r)
                && node.isObject()
                && !node.has("agreement")
                && !node.has("referenceNo");
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new UnusableFile(file + " is a folder, not a certificate");
            }
            if (Files.size(file) > TradeTrustImport.MAX_BYTES) {
                throw new UnusableFile(file + " is larger than " + (TradeTrustImport.MAX_BYTES >> 20) + " MiB");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new UnusableFile("there is no file " + file);
        } catch (IOException e) {
            throw new UnusableFile(file + " cannot be read: " + e);
        }
    }

    /** The file that was named cannot be read at all. */
    static final class UnusableFile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnusableFile(String words) {
            super(words);
        }
    }
}
