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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private JudgingOptions options;

    private int leftOut;

    @Override
    public Integer call() {
        return switch (options.check()) {
            case Checked.Rejected<EvidenceCheck>(var findings) -> options.refuse("the trust file", findings);
            case Checked.Accepted<EvidenceCheck>(var check, var remarks) ->
                switch (EvidenceFiles.evidence(first)) {
                    case Checked.Rejected<Evidence>(var findings) -> options.refuse(first.toString(), findings);
                    case Checked.Accepted<Evidence>(var one, var others) -> compare(valid(check, one), check);
                };
        };
    }

    private int compare(List<EvidenceEntry> left, EvidenceCheck check) {
        return switch (EvidenceFiles.evidence(second)) {
            case Checked.Rejected<Evidence>(var findings) -> options.refuse(second.toString(), findings);
            case Checked.Accepted<Evidence>(var other, var remarks) -> compare(left, valid(check, other));
        };
    }

    private int compare(List<EvidenceEntry> left, List<EvidenceEntry> right) {
        List<Contradiction> found = EvidenceComparison.compare(left, right);
        report(left, right, found);
        if (!found.isEmpty()) {
            return EvidenceCommand.INVALID;
        }
        return leftOut == 0 ? EvidenceCommand.VALID : EvidenceCommand.COULD_NOT_CHECK;
    }

    private List<EvidenceEntry> valid(EvidenceCheck check, Evidence evidence) {
        List<EvidenceEntry> valid = new ArrayList<>();
        List<EvidenceOutcome> outcomes = check.check(evidence);
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof EvidenceOutcome.Valid) {
                valid.add(evidence.entries().get(i));
            } else {
                leftOut++;
            }
        }
        return valid;
    }

    private void report(List<EvidenceEntry> left, List<EvidenceEntry> right, List<Contradiction> found) {
        PrintWriter out = options.out();
        if (options.asJson()) {
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
            out.println("   they disagree on");
            Disagreement.of(each).forEach(one -> out.println("      " + one.words(first, second)));
        }
        if (leftOut > 0) {
            out.println(leftOut + " of the statements are not valid by your trust and were left out:"
                    + " see ./entente evidence verify");
        }
        if (found.isEmpty()) {
            out.println("No contradiction between " + left.size() + " and " + right.size() + " valid statements.");
        }
    }
}
