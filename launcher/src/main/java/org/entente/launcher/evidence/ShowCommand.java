package org.entente.launcher.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.entente.model.evidence.Evidence;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.evidence.Presenter;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.statement.StatementDraft;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code entente evidence show}: what was said, and the steps of the proof with every hash. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows what an evidence file says and each step of its proofs. It checks nothing: verify does.")
final class ShowCommand implements Callable<Integer> {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Parameters(paramLabel = "FILE", description = "The evidence file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--json", description = "The file itself, indented.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return switch (EvidenceFiles.evidence(file)) {
            case Checked.Rejected<Evidence>(var findings) -> {
                PrintWriter err = spec.commandLine().getErr();
                err.println(file + " is not an evidence file as it was made: " + EvidenceWords.reasons(findings));
                findings.forEach(each -> err.println("   - " + EvidenceWords.finding(each)));
                yield EvidenceCommand.INVALID;
            }
            case Checked.Accepted<Evidence>(var evidence, var remarks) -> {
                if (json) {
                    out.println(pretty(evidence.bytes()));
                } else {
                    show(evidence, out);
                }
                yield EvidenceCommand.VALID;
            }
        };
    }

    private static void show(Evidence evidence, PrintWriter out) {
        Presenter presenter = evidence.presenter();
        out.println("Evidence of " + evidence.members().first() + " and "
                + evidence.members().second() + ", made by " + presenter.member() + " on " + presenter.at()
                + " with key " + presenter.keyId());
        out.println("Nothing below has been checked: ./entente evidence verify does that.");
        for (int i = 0; i < evidence.entries().size(); i++) {
            out.println();
            show(i + 1, evidence.entries().get(i), out);
        }
    }

    private static void show(int number, EvidenceEntry entry, PrintWriter out) {
        StatementDraft draft = entry.statement().statement().draft();
        out.println(number + ". " + EvidenceWords.said(entry));
        out.println("   officer " + Printable.text(draft.officer()) + ", statementId " + draft.id());
        pretty(entry.statement().bytes(), "body").lines().forEach(line -> out.println("   " + Printable.text(line)));
        out.println("   proof");
        out.println("   statement      SHA-256(00, canonical statement)  "
                + entry.statement().digest());
        MerkleSteps.of(entry).forEach(step -> out.println("   " + step));
        out.println("   signed root    " + entry.header().merkleRoot());
        out.println("   header         SHA-256(canonical header)         "
                + Digest.of(entry.header().bytes()));
        out.println("   signed with    key " + entry.header().keyId() + ", SHA-256 of the key "
                + Digest.of(entry.key().key().spki()));
        out.println("   key published  " + entry.key().at().block() + "/"
                + entry.key().at().transaction() + " by "
                + entry.key().transactionId() + ", valid from "
                + entry.key().key().validFrom()
                + entry.key().key().validUntil().map(until -> " until " + until).orElse(""));
        out.println("   ledger key     SHA-256(\"batch/\" and the header's) "
                + entry.ledger().keyHash());
        out.println("   written to     " + Printable.text(entry.ledger().collection()) + " of "
                + Printable.text(entry.ledger().chaincode()) + " on channel "
                + Printable.text(entry.ledger().channel()));
        out.println("   recorded       " + EvidenceWords.recorded(entry));
        out.println("   block          previous hash " + entry.ledger().previousHash() + ", data hash "
                + entry.ledger().dataHash());
        out.println("   envelope       " + entry.ledger().envelope().length + " bytes, SHA-256 "
                + Digest.of(entry.ledger().envelope()));
    }

    private static String pretty(byte[] json) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(MAPPER.readTree(json));
    }

    private static String pretty(byte[] json, String member) {
        return MAPPER.writerWithDefaultPrettyPrinter()
                .writeValueAsString(MAPPER.readTree(json).get(member));
    }
}
