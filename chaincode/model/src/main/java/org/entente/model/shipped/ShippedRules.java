package org.entente.model.shipped;

import java.util.List;
import org.entente.model.fold.RuleBook;
import org.entente.model.origin.CertificateRules;
import org.entente.model.origin.agreement.RuleSets;

/**
 * The rules of this release over the agreements in this jar. Every program of a member uses these; a test or a
 * measurement that needs other agreements makes a rule book of its own.
 */
public final class ShippedRules {
    /** The shipped agreements. */
    public static final RuleSets RULE_SETS = RuleSets.shipped();

    /** The rules of certificates of origin. */
    public static final CertificateRules CERTIFICATES = new CertificateRules(RULE_SETS);

    /** What each statement type does. */
    public static final RuleBook BOOK = new RuleBook(List.of(CERTIFICATES));

    private ShippedRules() {}
}
