package org.entente.api.page.form;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.FindingView;
import org.entente.api.problem.Refusal;
import org.entente.model.finding.Severity;
import org.entente.model.json.JsonCode;

/**
 * What was found in a form, by place. A page asks for each field that it draws; what nobody asked for is still in the
 * summary.
 */
public final class FormFindings {
    private static final FormFindings NONE = new FormFindings(List.of(), false);

    /** Lists whose elements are groups of fields, with a place of their own on the page. */
    private static final Set<String> GROUPS = Set.of("/items", "/originals");

    private final List<FindingView> all;
    private final boolean checked;

    /** A page asks for each of its fields, and a form of 500 items has thousands. */
    private final Map<String, List<FindingView>> byPlace = new HashMap<>();

    private FormFindings(List<FindingView> all, boolean checked) {
        this.all = List.copyOf(all);
        this.checked = checked;
        for (FindingView finding : this.all) {
            put(finding.pointer(), finding);
            String parent = list(finding.pointer());
            // Elements of a list of texts have no field of their own: /items/0/criteria/1, /types/0.
            if (!parent.equals(finding.pointer()) && !GROUPS.contains(parent)) {
                put(parent, finding);
            }
        }
    }

    private void put(String place, FindingView finding) {
        byPlace.computeIfAbsent(place, none -> new ArrayList<>()).add(finding);
    }

    /**
     * Of a form that was not checked yet.
     *
     * @return nothing
     */
    public static FormFindings none() {
        return NONE;
    }

    /**
     * Of a form that was checked.
     *
     * @param found everything
     * @return by place
     */
    public static FormFindings of(List<FindingView> found) {
        boolean unchosen = found.stream().anyMatch(each -> isMissing("/ruleSet", each));
        return new FormFindings(
                found.stream()
                        .filter(each -> !(unchosen && isMissing("/agreement", each)))
                        .toList(),
                true);
    }

    /** One field of the form stands for agreement and rule set: what is not chosen is missing once. */
    private static boolean isMissing(String pointer, FindingView finding) {
        return finding.pointer().equals(pointer) && finding.code().equals(JsonCode.JSON_MEMBER_MISSING.name());
    }

    /**
     * Of a refusal that a form can show; the answer gets the refusal's status.
     *
     * @param refusal of what the form asked for
     * @param response of the page that shows the form again
     * @return by place
     * @throws Refusal the same one, if it is of another kind
     */
    public static FormFindings of(Refusal refusal, HttpServletResponse response) {
        if (refusal.code() != ApiCode.REQUEST_REFUSED && refusal.code() != ApiCode.REQUEST_BODY_INVALID) {
            throw refusal;
        }
        response.setStatus(ApiCode.REQUEST_REFUSED.status());
        return of(refusal.findings().stream().map(FindingView::of).toList());
    }

    /**
     * Whether the form was checked at all.
     *
     * @return true even if nothing was found
     */
    public boolean isChecked() {
        return checked;
    }

    /**
     * Everything, in the order in which it was found.
     *
     * @return findings, maybe none
     */
    public List<FindingView> all() {
        return all;
    }

    /**
     * Whether an application would be refused.
     *
     * @return true if one finding is an error
     */
    public boolean hasErrors() {
        return all.stream().anyMatch(FormFindings::isError);
    }

    /**
     * How many errors there are.
     *
     * @return 0 or more
     */
    public long errors() {
        return all.stream().filter(FormFindings::isError).count();
    }

    /**
     * What was found exactly at a place, or below it where the page has no field of its own.
     *
     * @param pointer of a field
     * @return findings, maybe none
     */
    public List<FindingView> at(String pointer) {
        return byPlace.getOrDefault(pointer, List.of());
    }

    /**
     * Whether a field is wrong.
     *
     * @param pointer of the field
     * @return true if an error was found there
     */
    public boolean isWrong(String pointer) {
        return at(pointer).stream().anyMatch(FormFindings::isError);
    }

    /**
     * The field to which the summary leads for a finding: the finding's own place, or that of the list it stands in.
     *
     * @param pointer of a finding
     * @return the id of an element in the page
     */
    public String id(String pointer) {
        String shown = FieldKind.of(pointer).isPresent() ? pointer : list(pointer);
        return "f" + shown.replace('/', '-');
    }

    /**
     * The places at which something was found.
     *
     * @return JSON Pointers, each once
     */
    public Set<String> places() {
        Set<String> places = new LinkedHashSet<>();
        all.forEach(finding -> places.add(finding.pointer()));
        return places;
    }

    private static String list(String pointer) {
        int end = pointer.lastIndexOf('/');
        return end > 0 && pointer.substring(end + 1).matches("\\d+") ? pointer.substring(0, end) : pointer;
    }

    private static boolean isError(FindingView finding) {
        return finding.severity() == Severity.ERROR;
    }
}
