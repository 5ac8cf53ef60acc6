package org.entente.launcher.evidence;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.entente.certs.x509.Pem;
import org.entente.model.evidence.Evidence;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente evidence extract}: the parts of the proofs as files, for {@code sha256sum} and {@code openssl}. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = "Writes the parts of each proof as files, so that you can check them with sha256sum and openssl:"
                + " docs/guides/check-evidence-by-hand.md.")
final class ExtractCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The evidence file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "A new folder.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        return switch (EvidenceFiles.evidence(file)) {
            case Checked.Rejected<Evidence>(var findings) -> {
                PrintWriter err = spec.commandLine().getErr();
                err.println(file + " is not an evidence file as it was made: " + EvidenceWords.reasons(findings));
                findings.forEach(each -> err.println("   - " + EvidenceWords.finding(each)));
                yield EvidenceCommand.INVALID;
            }
            case Checked.Accepted<Evidence>(var evidence, var remarks) -> write(evidence);
        };
    }

    private int write(Evidence evidence) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            spec.commandLine().getErr().println(folder + " is there already: nothing was written.");
            return EvidenceCommand.COULD_NOT_CHECK;
        }
        extract(evidence);
        spec.commandLine()
                .getOut()
                .println(
                        evidence.entries().size() + " proofs are in " + folder + "; nothing of them has been checked.");
        return EvidenceCommand.VALID;
    }

    private void extract(Evidence evidence) throws IOException {
        write(folder, "presented.json", evidence.presentedBytes());
        write(folder, "presenter-signature.der", evidence.signature());
        write(folder, "presenter-key.pem", pem(evidence.presenter().spki()));
        for (int i = 0; i < evidence.entries().size(); i++) {
            Path own = Files.createDirectory(folder.resolve(String.valueOf(i + 1)));
            extract(evidence.entries().get(i), own);
        }
    }

    private static void extract(EvidenceEntry entry, Path own) throws IOException {
        write(own, "statement.json", entry.statement().bytes());
        write(own, "header.json", entry.header().bytes());
        write(own, "signature.der", entry.signature());
        write(own, "key.der", entry.key().key().spki());
        write(own, "key.pem", pem(entry.key().key().spki()));
        write(own, "envelope.bin", entry.ledger().envelope());
        String path = entry.proof().path().stream().map(Digest::hex).collect(Collectors.joining("\n"));
        write(own, "path.txt", line(path));
        write(own, "index.txt", line(String.valueOf(entry.proof().index())));
        write(own, "keyhash.txt", line(entry.ledger().keyHash().hex()));
        write(own, "steps.txt", line(String.join("\n", MerkleSteps.of(entry))));
    }

    private static void write(Path folder, String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes, StandardOpenOption.CREATE_NEW);
    }

    private static byte[] line(String text) {
        return (text.isEmpty() ? "" : text + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] pem(byte[] spki) {
        return Pem.encode("PUBLIC KEY", spki).getBytes(StandardCharsets.US_ASCII);
    }
}
