package org.entente.api.page.application;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.api.account.Caller;
import org.entente.api.account.Exporters;
import org.entente.api.account.Organisation;
import org.entente.api.draft.DraftStore.Draft;
import org.entente.api.page.form.CertificateForm;
import org.entente.api.page.form.FormFindings;
import org.entente.model.member.MemberId;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Flag;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the form shows besides what was typed. */
@Component
final class FormPage {
    private static final Map<String, List<FormField>> FIELDS = Map.of(
            "certificate", FormField.CERTIFICATE,
            "transport", FormField.TRANSPORT,
            "item", FormField.ITEM,
            "invoice", FormField.INVOICE,
            "original", FormField.ORIGINAL,
            "exhibition", FormField.EXHIBITION);

    private final RuleSets ruleSets;
    private final Exporters exporters;
    private final MemberId self;

    FormPage(RuleSets ruleSets, Exporters exporters, MemberId self) {
        this.ruleSets = ruleSets;
        this.exporters = exporters;
        this.self = self;
    }

    /** A form that says what goes without saying; the exporter too, where the account can apply for one only. */
    CertificateForm empty(Caller caller) {
        CertificateForm form = CertificateForm.of(
                Map.of("/exportCountry", self.value(), "/exporter/country", self.value(), "/items/0/no", "1"));
        List<Organisation> own = exporters.all(caller);
        return own.size() == 1 ? named(form, own.getFirst()) : form;
    }

    private static CertificateForm named(CertificateForm form, Organisation exporter) {
        CertificateForm named = form.with("/exporter/name", exporter.name());
        return exporter.registered()
                .map(number ->
                        named.with("/exporter/id/scheme", number.scheme()).with("/exporter/id/value", number.value()))
                .orElse(named);
    }

    /** The agreement follows from the rule set that was chosen. */
    CertificateForm completed(CertificateForm sent) {
        return ruleSets.named(sent.text("/ruleSet"))
                .map(ruleSet -> sent.with("/agreement", ruleSet.agreement().value()))
                .orElse(sent);
    }

    String show(Caller caller, Optional<Draft> draft, CertificateForm form, FormFindings found, Model model) {
        model.addAttribute("draft", draft.map(kept -> kept.id().toString()).orElse("new"));
        model.addAttribute("savedAt", draft.map(Draft::changedAt).orElse(null));
        model.addAttribute(
                "replaces",
                draft.flatMap(Draft::replaces)
                        .map(old -> old.referenceNo().value())
                        .orElse(null));
        model.addAttribute("remarks", draft.map(Draft::remarks).orElse(List.of()));
        model.addAttribute("fields", FIELDS);
        model.addAttribute("form", form);
        model.addAttribute("found", found);
        model.addAttribute("ruleSets", choices());
        model.addAttribute("flags", Arrays.stream(Flag.values()).map(Flag::wire).toList());
        model.addAttribute("exporters", draft.isPresent() ? List.of() : exporters.all(caller));
        model.addAttribute("exporter", caller.organisation());
        return "application/form";
    }

    private List<Choice> choices() {
        return ruleSets.all().stream().map(Choice::of).toList();
    }

    /**
     * An agreement to choose.
     *
     * @param name of the rule set
     * @param title of the agreement
     * @param agreement its code
     */
    record Choice(String name, String title, String agreement) {
        static Choice of(RuleSet ruleSet) {
            return new Choice(
                    ruleSet.name(), ruleSet.title(), ruleSet.agreement().value());
        }
    }
}
