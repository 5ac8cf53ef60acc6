package org.entente.launcher.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.certs.file.WholeFiles;
import org.entente.certs.x509.Certificates;
import org.entente.launcher.evidence.EvidenceCommand;
import org.entente.model.evidence.Evidence;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedMember;
import picocli.CommandLine;

/** An evidence file is written, checked without any network, and checked again after one byte was altered. */
final class ProofChapter {
    private final Stage stage;
    private final Story.ProofFiles files;

    ProofChapter(Stage stage, Story.ProofFiles files) {
        this.stage = stage;
        this.files = files;
    }

    void tell() throws IOException {
        stage.narrator().chapter("An evidence file proves it, without any network");
        byte[] evidence = evidence();
        Path folder = files.evidence().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        WholeFiles.write(files.evidence(), evidence, WholeFiles.Readers.EVERYBODY);
        WholeFiles.write(files.trust(), trust().bytes(), WholeFiles.Readers.EVERYBODY);
        Files.write(files.altered(), altered(evidence));
        verify(files.evidence(), 0, "checked with the trust file alone; the verdicts in short");
        verify(files.altered(), 1, "a copy in which one character of the goods' description is another");
        stage.narrator()
                .tell(new Line.Command(
                        "Try it yourself, and alter any byte:",
                        "./entente evidence verify " + quoted(files.evidence()) + " --trust " + quoted(files.trust())));
    }

    /** As it can be typed from where the command was. */
    private static String quoted(Path file) {
        Path here = Path.of("").toAbsolutePath();
        String text = (file.startsWith(here) ? here.relativize(file) : file).toString();
        return text.matches("[A-Za-z0-9/._:+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private byte[] evidence() {
        MemberId member = stage.cast().exporter();
        return switch (made(member)) {
            case Checked.Rejected<Evidence>(var findings) ->
                throw new NotAsExpected("no evidence file can be made: " + findings);
            case Checked.Accepted<Evidence>(Evidence evidence, var remarks) -> {
                stage.narrator()
                        .tell(new Line.Fact(
                                "written",
                                files.evidence() + ", " + evidence.bytes().length + " bytes, "
                                        + evidence.entries().size() + " statements with their proofs",
                                "by " + Cast.name(member) + "'s node from its append-only evidence tables"));
                yield evidence.bytes();
            }
        };
    }

    private Checked<Evidence> made(MemberId member) {
        try (MemberReading reading = new MemberReading(stage.services().settings(member))) {
            return reading.evidence(
                    stage.cast().importer(), stage.certificate().id().subject());
        }
    }

    /** What a reader would have got from the administrations themselves: their roots and the digests of their keys. */
    private Trust trust() {
        Map<MemberId, TrustedMember> members = new TreeMap<>();
        for (MemberId member : List.of(stage.cast().exporter(), stage.cast().importer())) {
            byte[] root = Certificates.pem(stage.services().ledger().view().root(member));
            byte[] spki = stage.services().settings(member).statementKey().key().publicKeySpki();
            members.put(
                    member,
                    new TrustedMember(Set.of(Digest.of(spki)), List.of(new String(root, StandardCharsets.US_ASCII))));
        }
        return new Trust(members);
    }

    /** One character of the first item's description becomes another letter; everything else stays. */
    private byte[] altered(byte[] evidence) {
        String text = new String(evidence, StandardCharsets.UTF_8);
        String key = "\"description\":\"";
        int at = text.indexOf(key) + key.length();
        char other = text.charAt(at) == 'X' ? 'Y' : 'X';
        return (text.substring(0, at) + other + text.substring(at + 1)).getBytes(StandardCharsets.UTF_8);
    }

    /** Through the same door as a reader's: the command that is printed below. */
    private void verify(Path file, int expected, String what) {
        StringWriter said = new StringWriter();
        int exitCode = new CommandLine(new EvidenceCommand())
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute("verify", file.toString(), "--trust", files.trust().toString());
        stage.narrator().tell(new Line.Fact(String.valueOf(file.getFileName()), "exit code " + exitCode, what));
        said.toString()
                .lines()
                .filter(line -> !line.startsWith(" "))
                .forEach(line -> stage.narrator().tell(new Line.Note(line)));
        if (exitCode != expected) {
            throw new NotAsExpected("checking " + file + " ended with " + exitCode + " instead of " + expected);
        }
    }
}
