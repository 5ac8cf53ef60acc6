package org.entente.launcher.credential;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.certs.credential.seal.SealText;
import org.entente.certs.credential.verdict.Basis;
import org.entente.certs.credential.verdict.Verdict;
import org.entente.certs.credential.verify.Anchors;
import org.entente.certs.credential.verify.CredentialVerifier;
import org.entente.certs.credential.verify.SealVerifier;
import org.entente.certs.credential.verify.VerifyPolicy;
import org.entente.model.finding.Checked;
import org.entente.model.shipped.ShippedRules;
import org.entente.model.trust.Trust;
import org.entente.paper.qr.Pictures;
import org.entente.paper.read.PdfReading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente verify}: is this certificate its issuer's word, may the issuer say it, and does it still stand? */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Says of a certificate, as credential file or as text of its QR code, whether it is VALID, INVALID or COULD NOT"
                    + " BE CHECKED. Asks nobody: works without a network.",
            "",
            "Exit code 0 if it is valid, 1 if it is invalid, 2 if it could not be checked."
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final int VALID = 0;
    private static final int INVALID = 1;
    private static final int COULD_NOT_CHECK = 2;

    @Parameters(
            paramLabel = "FILE|QR-TEXT",
            description =
                    "A PDF, a picture of a QR code, a credential (vc+jwt, or JSON with a proof) or a seal; or the text of"
                            + " a QR code.")
    @SuppressWarnings("NullAway.Init")
    private String subject;

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "FILE",
            description = "Whom you trust to issue what, by which keys, as of when. Not from whoever gave you the"
                    + " certificate.")
    @SuppressWarnings("NullAway.Init")
    private Path trustFile;

    @Option(
            names = "--status",
            paramLabel = "FILE",
            description =
                    "A status list of the issuer, as it was published. Give one for revocation, one for suspension.")
    private List<Path> statusFiles = List.of();

    @Option(names = "--at", paramLabel = "TIME", description = "Checks as of a moment, such as 2026-05-03T10:32:00Z.")
    private @Nullable String at;

    @Option(names = "--json", description = "One JSON document instead of lines.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    /** Made by the command line. */
    public VerifyCommand() {}

    @Override
    public Integer call() throws IOException {
        return switch (Trust.parse(bytes(trustFile))) {
            case Checked.Rejected<Trust>(var findings) -> {
                PrintWriter err = spec.commandLine().getErr();
                err.println("COULD NOT CHECK, because the trust file cannot be used:");
                findings.forEach(each -> err.println("   - " + VerdictWords.finding(each)));
                yield COULD_NOT_CHECK;
            }
            case Checked.Accepted<Trust>(var trust, var remarks) -> check(trust, moment());
        };
    }

    private int check(Trust trust, Instant now) throws IOException {
        StatusFiles lists = StatusFiles.read(statusFiles);
        return switch (Presented.in(content())) {
            case Checked.Rejected<byte[]>(var findings) -> {
                Basis nothing = new Basis(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        trust.asOf());
                yield report(new Verdict.CouldNotCheck<>(findings, List.of(), nothing), now);
            }
            case Checked.Accepted<byte[]>(var content, var remarks) -> report(verdict(content, trust, lists, now), now);
        };
    }

    private static Verdict<?> verdict(byte[] content, Trust trust, StatusFiles lists, Instant now) {
        String text = new String(content, StandardCharsets.ISO_8859_1).strip();
        return SealText.isSeal(text)
                ? new SealVerifier(trust, VerifyPolicy.STANDARD, lists).verify(text, now)
                : new CredentialVerifier(trust, ShippedRules.RULE_SETS, VerifyPolicy.STANDARD, lists, Anchors.NONE)
                        .verify(content, now);
    }

    /** A file if there is one of that name: no text of a QR code is the name of a file by accident. */
    private byte[] content() throws IOException {
        if (subject.length() < 1_000 && !SealText.isSeal(subject)) {
            Path file = Path.of(subject);
            if (Files.isRegularFile(file)) {
                return bytes(file);
            }
        }
        if (SealText.isSeal(subject) || subject.startsWith("ey") || subject.startsWith("{")) {
            return subject.getBytes(StandardCharsets.UTF_8);
        }
        throw new ParameterException(
                spec.commandLine(), "there is no such file, and the text is neither a seal nor a credential");
    }

    private byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(spec.commandLine(), "there is no such file: " + file);
        }
        try (var in = Files.newInputStream(file)) {
            // One byte more than any of them may have, so that the reader says that it is too long.
            return in.readNBytes(Math.max(Pictures.MAX_BYTES, PdfReading.MAX_BYTES) + 1);
        }
    }

    private Instant moment() {
        try {
            return at == null ? InstantSource.system().instant() : Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw new ParameterException(spec.commandLine(), "--at is a moment such as 2026-05-03T10:32:00Z", e);
        }
    }

    private int report(Verdict<?> verdict, Instant now) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(VerdictReport.json(verdict, now));
        } else {
            VerdictWords.lines(verdict).forEach(out::println);
        }
        return switch (verdict) {
            case Verdict.Valid<?> valid -> VALID;
            case Verdict.Invalid<?> invalid -> INVALID;
            case Verdict.CouldNotCheck<?> undecided -> COULD_NOT_CHECK;
        };
    }
}
