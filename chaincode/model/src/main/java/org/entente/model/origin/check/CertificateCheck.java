package org.entente.model.origin.check;

import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.ledger.Digest;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateDraft;
import org.entente.model.origin.certificate.OriginCode;

/**
 * Checks a certificate against the rule set that it names.
 *
 * <p>A rule that rests on a legal datum which nobody on this project verified never makes a certificate wrong or right:
 * it gives a finding of severity {@code NOT_VERIFIED}, once for each datum where it is kept and at each place where it
 * is broken.
 */
public final class CertificateCheck {
    private final RuleSets ruleSets;

    /**
     * A check against some rule sets.
     *
     * @param ruleSets the rule sets that are known
     */
    public CertificateCheck(RuleSets ruleSets) {
        this.ruleSets = ruleSets;
    }

    /**
     * Which units and kinds of packages are known.
     *
     * @return SHA-256 of the shipped lists' canonical JSON
     */
    public static Digest unitsDigest() {
        return CodeLists.digest();
    }

    /**
     * Checks what was read.
     *
     * @param draft what was read, malformed places included
     * @return the certificate with every remark, or every finding if one of them is an error
     */
    public Checked<Certificate> check(CertificateDraft draft) {
        Findings findings = new Findings();
        draft.findings().forEach(findings::add);
        draft.tentative().ifPresent(certificate -> checkRules(certificate, draft, findings));
        Optional<Certificate> certificate = draft.certificate();
        return findings.hasErrors() || certificate.isEmpty()
                ? new Checked.Rejected<>(findings.all())
                : new Checked.Accepted<>(certificate.get(), findings.all());
    }

    /**
     * Checks a well-formed certificate.
     *
     * @param certificate a certificate
     * @return every finding, errors among them
     */
    public List<Finding> findings(Certificate certificate) {
        return switch (check(CertificateDraft.of(certificate))) {
            case Checked.Accepted<Certificate>(var value, var remarks) -> remarks;
            case Checked.Rejected<Certificate>(var found) -> found;
        };
    }

    private void checkRules(Certificate certificate, CertificateDraft draft, Findings findings) {
        Verdicts verdicts = new Verdicts(draft, findings);
        ConsistencyRules.check(certificate, verdicts);
        ruleSet(certificate, verdicts).ifPresent(ruleSet -> {
            HeaderRules.check(certificate, ruleSet, verdicts);
            DateRules.check(certificate, ruleSet, verdicts);
            CriterionRules.check(certificate, ruleSet, verdicts);
        });
    }

    private Optional<RuleSet> ruleSet(Certificate certificate, Verdicts verdicts) {
        if (!verdicts.isKnown("/agreement") || !verdicts.isKnown("/ruleSet")) {
            return Optional.empty();
        }
        Optional<RuleSet> named = ruleSets.named(certificate.ruleSet());
        if (named.filter(each -> each.agreement().equals(certificate.agreement()))
                .isPresent()) {
            return named;
        }
        if (ruleSets.of(certificate.agreement()).isEmpty()) {
            verdicts.error(
                    OriginCode.ORIGIN_AGREEMENT_UNKNOWN,
                    "/agreement",
                    certificate.agreement().value());
        } else if (named.isEmpty()) {
            verdicts.error(OriginCode.ORIGIN_RULE_SET_UNKNOWN, "/ruleSet", certificate.ruleSet());
        } else {
            verdicts.error(
                    OriginCode.ORIGIN_RULE_SET_MISMATCH,
                    "/ruleSet",
                    certificate.ruleSet() + " belongs to " + named.get().agreement());
        }
        return Optional.empty();
    }
}
