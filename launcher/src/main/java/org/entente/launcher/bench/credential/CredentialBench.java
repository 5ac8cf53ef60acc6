package org.entente.launcher.bench.credential;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.entente.launcher.bench.credential.Contest.Entrant;
import org.entente.launcher.bench.report.Cell;
import org.entente.launcher.bench.report.Report;
import org.entente.launcher.bench.report.Section;

/** The whole measurement, form after form. */
final class CredentialBench {
    /** What a check or an issue should reach of the bare signature's rate. */
    static final double GOAL = 0.67;

    private final Set<SecuredForm> forms;
    private final Duration each;
    private final Report report;
    private final List<List<Cell>> goals = new ArrayList<>();

    CredentialBench(Set<SecuredForm> forms, Duration each, Report report) {
        this.forms = Set.copyOf(forms);
        this.each = each;
        this.report = report;
    }

    void run() {
        CredentialScene scene = new CredentialScene();
        report.say("certificate: the shipped sample of an e-Form D with three items, under "
                + CredentialScene.CERTIFICATES + " numbers in turn; one thread");
        for (SecuredForm form : SecuredForm.values()) {
            if (forms.contains(form)) {
                report.add(table(
                        form,
                        form.securing()
                                .map(securing -> WholeCredentials.of(scene, securing))
                                .orElseGet(() -> Seals.of(scene))));
            }
        }
        if (!goals.isEmpty()) {
            report.add(new Section(
                    "goals",
                    "Goals: " + GOAL + " of the bare signature's rate",
                    List.of("what", "ratio", "verdict"),
                    goals));
        }
    }

    private Section table(SecuredForm form, FormWork work) {
        Contest contest = new Contest();
        Entrant sign = contest.enter("bare signature", work.sign());
        Entrant issue = contest.enter("issue: claims to secured bytes", work.issue());
        Entrant issueWhole = contest.enter("whole issue: rules, entitlement, id as well", work.issueWhole());
        Entrant verify = contest.enter("bare verification", work.verify());
        Entrant check = contest.enter("verify: bytes to a signature that holds", work.check());
        Entrant checkWhole = contest.enter("whole check: bytes to the verdict", work.checkWhole());
        contest.run(each.multipliedBy(2), each);
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(row(sign, sign));
        rows.add(row(issue, sign));
        rows.add(row(issueWhole, sign));
        rows.add(row(verify, verify));
        rows.add(row(check, verify));
        rows.add(row(checkWhole, verify));
        if (form.hasGoal()) {
            goal(form + ", issue", issue, sign);
            goal(form + ", whole issue", issueWhole, sign);
            goal(form + ", verify", check, verify);
            goal(form + ", whole check", checkWhole, verify);
        }
        return new Section(
                form.name().toLowerCase(Locale.ROOT),
                form + ": " + work.bytes() + " bytes, the signature covers " + work.signedBytes() + "; "
                        + work.provider(),
                List.of("what", "a second", "p50 us", "p99 us", "of the bare"),
                rows);
    }

    private static List<Cell> row(Entrant entrant, Entrant bare) {
        return List.of(
                Cell.words(entrant.name()),
                Cell.rate(entrant.perSecond()),
                Cell.micros(entrant.times().median()),
                Cell.micros(entrant.times().p99()),
                Cell.ratio(ratio(entrant, bare)));
    }

    private void goal(String what, Entrant entrant, Entrant bare) {
        double ratio = ratio(entrant, bare);
        goals.add(List.of(Cell.words(what), Cell.ratio(ratio), Cell.words(ratio >= GOAL ? "MET" : "NOT MET")));
    }

    private static double ratio(Entrant entrant, Entrant bare) {
        return bare.perSecond() == 0 ? 0 : entrant.perSecond() / bare.perSecond();
    }
}
