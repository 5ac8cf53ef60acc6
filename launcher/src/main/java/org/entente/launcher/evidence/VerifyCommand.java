package org.entente.launcher.evidence;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.entente.model.evidence.Evidence;
import org.entente.model.evidence.EvidenceCheck;
import org.entente.model.evidence.EvidenceOutcome;
import org.entente.model.evidence.EvidenceVerdict;
import org.entente.model.finding.Checked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code entente evidence verify}: one verdict for each statement of a file. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Says of each statement in an evidence file whether its author said it: VALID, INVALID or COULD NOT CHECK.",
            "",
            "Exit code 0 if all are valid, 1 if one is invalid, 2 if none is but one could not be checked."
        })
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The evidence file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private JudgingOptions options;

    @Override
    public Integer call() {
        return switch (options.check()) {
            case Checked.Rejected<EvidenceCheck>(var findings) -> options.refuse("the trust file", findings);
            case Checked.Accepted<EvidenceCheck>(var check, var remarks) ->
                switch (EvidenceFiles.bytes(file, Evidence.MAX_BYTES)) {
                    case Checked.Rejected<byte[]>(var findings) -> options.refuse("the evidence file", findings);
                    case Checked.Accepted<byte[]>(var bytes, var others) -> report(check.check(bytes));
                };
        };
    }

    private int report(EvidenceVerdict verdict) {
        PrintWriter out = options.out();
        int exit = exitCode(verdict);
        if (options.asJson()) {
            out.println(EvidenceReport.json(verdict));
            return exit;
        }
        switch (verdict) {
            case EvidenceVerdict.Unreadable(var because) -> {
                out.println("INVALID, because it is not an evidence file as it was made: "
                        + EvidenceWords.reasons(because));
                because.forEach(each -> out.println("   - " + EvidenceWords.finding(each)));
            }
            case EvidenceVerdict.Judged(var evidence, var outcomes) -> {
                for (int i = 0; i < outcomes.size(); i++) {
                    EvidenceWords.outcome(i + 1, evidence.entries().get(i), outcomes.get(i))
                            .forEach(out::println);
                }
                out.println(summary(outcomes));
            }
        }
        return exit;
    }

    private static String summary(List<EvidenceOutcome> outcomes) {
        return outcomes.size() + (outcomes.size() == 1 ? " statement: " : " statements: ")
                + count(outcomes, EvidenceOutcome.Valid.class) + " valid, "
                + count(outcomes, EvidenceOutcome.Invalid.class) + " invalid, "
                + count(outcomes, EvidenceOutcome.CouldNotCheck.class) + " could not be checked";
    }

    private static long count(List<EvidenceOutcome> outcomes, Class<? extends EvidenceOutcome> kind) {
        return outcomes.stream().filter(kind::isInstance).count();
    }

    static int exitCode(EvidenceVerdict verdict) {
        return switch (verdict) {
            case EvidenceVerdict.Unreadable unreadable -> EvidenceCommand.INVALID;
            case EvidenceVerdict.Judged(var evidence, var outcomes) -> {
                if (count(outcomes, EvidenceOutcome.Invalid.class) > 0) {
                    yield EvidenceCommand.INVALID;
                }
                yield verdict.isValid() ? EvidenceCommand.VALID : EvidenceCommand.COULD_NOT_CHECK;
            }
        };
    }
}
