package org.entente.launcher.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.model.evidence.Contradiction;
import org.entente.model.evidence.Evidence;
import org.entente.model.evidence.EvidenceCheck;
import org.entente.model.evidence.EvidenceComparison;
import org.entente.model.evidence.EvidenceEntry;
import org.entente.model.evidence.EvidenceOutcome;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entente evidence compare}: exposes an author that told two partners two stories. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Compares what one author told two partners, and exposes two stories and forked streams. Only statements that"
                    + " are valid by your trust count.",
            "",
            "Exit code 0 if they agree, 1 if a contradiction is proven, 2 if none is but not everything could be compared."
        })
final class CompareCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "An evidence file.")
    @SuppressWarnings("NullAway.Init")
    private Path first;

    @Parameters(index = "1", paramLabel = "FILE", description = "Another one.")
    @SuppressWarnings("NullAway.Init")
    private Path second;

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "FILE",
            description = "By what you recognise each member. What is not proven accuses nobody.")
    @SuppressWarnings("NullAway.Init")
    private Path trust;

    @Option(names = "--json", description = "One JSON document instead of lines.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private int leftOut;

    @Override
    public Integer call() {
        if (!(EvidenceFiles.check(trust) instanceof Checked.Accepted<EvidenceCheck>(var check, var remarks))) {
            return refuse(trust, findings(EvidenceFiles.check(trust)));
        }
        Checked<Evidence> one = EvidenceFiles.evidence(first);
        Checked<Evidence> other = EvidenceFiles.evidence(second);
        if (!findings(one).isEmpty() || !findings(other).isEmpty()) {
            return findings(one).isEmpty() ? refuse(second, findings(other)) : refuse(first, findings(one));
        }
        List<EvidenceEntry> left = valid(check, one);
        List<EvidenceEntry> right = valid(check, other);
        List<Contradiction> found = EvidenceComparison.compare(left, right);
        report(left, right, found);
        if (!found.isEmpty()) {
            return EvidenceCommand.INVALID;
        }
        return leftOut == 0 ? EvidenceCommand.VALID : EvidenceCommand.COULD_NOT_CHECK;
    }

    private List<EvidenceEntry> valid(EvidenceCheck check, Checked<Evidence> read) {
        List<EvidenceEntry> valid = new ArrayList<>();
        if (read instanceof Checked.Accepted<Evidence>(var evidence, var remarks)) {
            List<EvidenceOutcome> outcomes = check.check(evidence);
            for (int i = 0; i < outcomes.size(); i++) {
                if (outcomes.get(i) instanceof EvidenceOutcome.Valid) {
                    valid.add(evidence.entries().get(i));
                } else {
                    leftOut++;
                }
            }
        }
        return valid;
    }

    private void report(List<EvidenceEntry> left, List<EvidenceEntry> right, List<Contradiction> found) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(EvidenceReport.contradictions(found, leftOut));
            return;
        }
        for (Contradiction each : found) {
            out.println("EXPOSED: " + each.author() + ", " + each.kind().words() + " (" + each.kind() + ")");
            out.println("   " + first + ": " + EvidenceWords.said(each.first()));
            out.println("      digest " + each.first().statement().digest() + ", recorded "
                    + EvidenceWords.recorded(each.first()));
            out.println("   " + second + ": " + EvidenceWords.said(each.second()));
            out.println("      digest " + each.second().statement().digest() + ", recorded "
                    + EvidenceWords.recorded(each.second()));
        }
        if (leftOut > 0) {
            out.println(leftOut + " of the statements are not valid by your trust and were left out:"
                    + " see ./entente evidence verify");
        }
        if (found.isEmpty()) {
            out.println("No contradiction between " + left.size() + " and " + right.size() + " valid statements.");
        }
    }

    private int refuse(Path file, List<Finding> findings) {
        if (json) {
            spec.commandLine().getOut().println(EvidenceReport.refused(findings));
        } else {
            PrintWriter err = spec.commandLine().getErr();
            err.println("COULD NOT COMPARE, because " + file + " cannot be used: " + EvidenceWords.reasons(findings));
            findings.forEach(each -> err.println("   - " + EvidenceWords.finding(each)));
        }
        return EvidenceCommand.COULD_NOT_CHECK;
    }

    private static List<Finding> findings(Checked<?> checked) {
        return switch (checked) {
            case Checked.Rejected<?>(var found) -> found;
            case Checked.Accepted<?> accepted -> List.of();
        };
    }
}
