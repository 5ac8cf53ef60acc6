package org.entente.api.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.api.account.AccountStore;
import org.entente.api.account.Organisation;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.member.MemberId;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateDraft;
import org.entente.model.origin.certificate.CertificateJson;
import org.entente.model.origin.check.CertificateCheck;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Checks what is applied for: the form, the agreement's rules, and what this administration asks beside them. */
@Component
public class ApplicationCheck {
    private final CertificateCheck rules;
    private final ApplicationStore applications;
    private final AccountStore accounts;
    private final MemberId self;

    ApplicationCheck(CertificateCheck rules, ApplicationStore applications, AccountStore accounts, MemberId self) {
        this.rules = rules;
        this.applications = applications;
        this.accounts = accounts;
        this.self = self;
    }

    /**
     * Checks without applying.
     *
     * @param json a certificate
     * @param exporters the organisations of which one has to be the certificate's exporter; none if anybody may be
     * @return all findings at once, those on the form and those on the rules
     */
    public Checked<Certificate> check(JsonNode json, List<Organisation> exporters) {
        CertificateDraft draft = CertificateJson.read(json, "");
        Checked<Certificate> checked = rules.check(draft);
        List<Finding> findings = new ArrayList<>(
                switch (checked) {
                    case Checked.Accepted<Certificate>(var certificate, var remarks) -> remarks;
                    case Checked.Rejected<Certificate>(var found) -> found;
                });
        draft.tentative().ifPresent(certificate -> {
            ownRules(certificate, draft, findings);
            if (!exporters.isEmpty() && draft.isKnown("/exporter")) {
                ExporterCheck.finding(certificate.exporter(), exporters, accounts::isRegistered)
                        .ifPresent(findings::add);
            }
        });
        Optional<Certificate> certificate = draft.certificate();
        return certificate.isEmpty() || findings.stream().anyMatch(Finding::isError)
                ? new Checked.Rejected<>(findings)
                : new Checked.Accepted<>(certificate.get(), findings);
    }

    /**
     * Remarks on a certificate that was taken.
     *
     * @param certificate what was applied for
     * @return no errors
     */
    public List<Finding> remarks(Certificate certificate) {
        return rules.findings(certificate);
    }

    private void ownRules(Certificate certificate, CertificateDraft draft, List<Finding> findings) {
        if (draft.isKnown("/exportCountry")
                && !certificate.exportCountry().member().equals(self)) {
            findings.add(Finding.of(
                    ApplicationCode.APPLICATION_EXPORT_FOREIGN, "/exportCountry", "this administration is " + self));
        }
        if (draft.isKnown("/importCountry")
                && certificate.importCountry().member().equals(self)) {
            findings.add(Finding.of(
                    ApplicationCode.APPLICATION_IMPORT_DOMESTIC, "/importCountry", "this administration is " + self));
        }
        if (draft.isKnown("/agreement") && draft.isKnown("/referenceNo") && applications.isTaken(certificate)) {
            findings.add(taken());
        }
    }

    static Finding taken() {
        return Finding.of(ApplicationCode.APPLICATION_REFERENCE_TAKEN, "/referenceNo", "choose another number");
    }
}
