package org.entente.model.origin.agreement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.model.finding.Checked;
import org.entente.model.finding.LegalReference;
import org.entente.model.ledger.Digest;
import org.entente.model.member.RuleSetDigest;
import org.entente.model.origin.certificate.AgreementCode;
import org.entente.model.origin.certificate.CountryCode;
import org.entente.model.origin.certificate.Flag;

/**
 * One version of an agreement's rules. A certificate names the version that its issuer applied, so a version that was
 * published never changes: a change is a new version under a new name.
 *
 * @param name for example {@code atiga-1}; on the ledger {@code ruleset/atiga-1}
 * @param digest SHA-256 of the canonical JSON
 * @param agreement the agreement
 * @param title its full name
 * @param parties who may export and import
 * @param forms form codes
 * @param maxItems how many items the form holds
 * @param flags what may be ticked
 * @param criteria criteria by code
 * @param criteriaList whether {@code criteria} is complete
 * @param combinations criteria that go together
 * @param combinationsList whether {@code combinations} is complete
 * @param issue when a certificate may be issued
 * @param validityMonths how many calendar months after issue it may be presented
 * @param lateAcceptance whether the importing side may accept it later, for the reasons that the text gives
 * @param severalDeclarations whether it may be used on several import declarations
 * @param referencePatterns forms of reference numbers
 * @param fob when the FOB value is asked for
 * @param parameters what no rule uses yet
 */
public record RuleSet(
        String name,
        Digest digest,
        AgreementCode agreement,
        String title,
        Datum<Set<CountryCode>> parties,
        Datum<Set<String>> forms,
        Datum<Integer> maxItems,
        Datum<Set<Flag>> flags,
        Map<String, Criterion> criteria,
        LegalReference criteriaList,
        List<Combination> combinations,
        LegalReference combinationsList,
        Editions<IssueRule> issue,
        Editions<Integer> validityMonths,
        Datum<Boolean> lateAcceptance,
        Datum<Boolean> severalDeclarations,
        List<ReferencePattern> referencePatterns,
        Optional<Datum<FobRule>> fob,
        Map<String, Datum<String>> parameters) {
    /** Keeps unmodifiable copies. */
    public RuleSet {
        criteria = Map.copyOf(criteria);
        combinations = List.copyOf(combinations);
        referencePatterns = List.copyOf(referencePatterns);
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads an agreement file.
     *
     * @param bytes UTF-8 JSON
     * @return the rule set, or everything that is wrong with the file
     */
    public static Checked<RuleSet> parse(byte[] bytes) {
        return RuleSetReader.read(bytes);
    }

    /**
     * The combination of exactly some criteria.
     *
     * @param codes criteria
     * @return the combination, if it is listed
     */
    public Optional<Combination> combination(List<String> codes) {
        if (codes.size() < 2) {
            return Optional.empty();
        }
        Set<String> claimed = Set.copyOf(codes);
        return combinations.stream()
                .filter(each -> each.codes().equals(claimed))
                .findFirst();
    }

    /**
     * What the majority publishes as {@code ruleset/NAME}.
     *
     * @return name and digest
     */
    public RuleSetDigest publicRecord() {
        return new RuleSetDigest(name, digest);
    }
}
