package org.entente.launcher.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.entente.certs.statement.StatementSignatures;
import org.entente.client.evidence.EnvelopeProof;
import org.entente.model.evidence.Evidence;
import org.entente.model.evidence.EvidenceCheck;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.trust.Trust;

/** The files that the commands take, read no further than they may be long. */
final class EvidenceFiles {
    private EvidenceFiles() {}

    static Checked<byte[]> bytes(Path file, int maxBytes) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            return bytes.length <= maxBytes
                    ? new Checked.Accepted<>(bytes, List.of())
                    : refused(file, "longer than " + maxBytes + " bytes");
        } catch (NoSuchFileException e) {
            return refused(file, "there is no such file");
        } catch (IOException e) {
            return refused(file, e.getClass().getSimpleName());
        }
    }

    static Checked<Evidence> evidence(Path file) {
        return switch (bytes(file, Evidence.MAX_BYTES)) {
            case Checked.Rejected<byte[]>(var findings) -> new Checked.Rejected<>(findings);
            case Checked.Accepted<byte[]>(var bytes, var remarks) -> Evidence.parse(bytes);
        };
    }

    /** A check with the trust of a file, whose roots can all be used. */
    static Checked<EvidenceCheck> check(Path trustFile) {
        return switch (bytes(trustFile, Trust.MAX_BYTES)) {
            case Checked.Rejected<byte[]>(var findings) -> new Checked.Rejected<>(findings);
            case Checked.Accepted<byte[]>(var bytes, var remarks) ->
                switch (Trust.parse(bytes)) {
                    case Checked.Rejected<Trust>(var findings) -> new Checked.Rejected<>(findings);
                    case Checked.Accepted<Trust>(var trust, var others) -> check(trust);
                };
        };
    }

    private static Checked<EvidenceCheck> check(Trust trust) {
        List<Finding> unusable = NodeCertificates.unusable(trust);
        return unusable.isEmpty()
                ? new Checked.Accepted<>(
                        new EvidenceCheck(
                                StatementSignatures.check(),
                                new EnvelopeProof(StatementSignatures.check(), new NodeCertificates()),
                                trust),
                        List.of())
                : new Checked.Rejected<>(unusable);
    }

    private static <T> Checked<T> refused(Path file, String why) {
        return new Checked.Rejected<>(List.of(Finding.of(FileCode.FILE_UNREADABLE, "", file + ": " + why)));
    }
}
