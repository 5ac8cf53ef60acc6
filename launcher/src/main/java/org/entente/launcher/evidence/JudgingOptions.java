package org.entente.launcher.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.entente.model.evidence.EvidenceCheck;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands that judge evidence have in common: by whose trust, and for whom the answer is. */
final class JudgingOptions {
    @Option(
            names = "--trust",
            required = true,
            paramLabel = "FILE",
            description = "By what you recognise each member: digests of keys, root certificates. Not from whoever gave"
                    + " you the evidence. What is not proven by it accuses nobody.")
    @SuppressWarnings("NullAway.Init")
    private Path trust;

    @Option(names = "--json", description = "One JSON document instead of lines.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec command;

    Checked<EvidenceCheck> check() {
        return EvidenceFiles.check(trust);
    }

    boolean asJson() {
        return json;
    }

    PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** Says why nothing could be judged, and gives the exit code for that. */
    int refuse(String what, List<Finding> findings) {
        if (json) {
            out().println(EvidenceReport.refused(findings));
        } else {
            PrintWriter err = command.commandLine().getErr();
            err.println("COULD NOT CHECK, because " + what + " cannot be used: " + EvidenceWords.reasons(findings));
            findings.forEach(each -> err.println("   - " + EvidenceWords.finding(each)));
        }
        return EvidenceCommand.COULD_NOT_CHECK;
    }
}
