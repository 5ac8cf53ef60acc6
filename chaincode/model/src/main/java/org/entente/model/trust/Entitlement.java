package org.entente.model.trust;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a member may certify: it is a party to an agreement and the authority that issues there.
 *
 * @param claim the kind of claim, for example {@code origin.certificate}
 * @param agreement the agreement's code, for example {@code CHAFTA}
 * @param from first moment; empty if the reader knows none
 * @param until first moment at which it is over; empty if it is open
 */
public record Entitlement(String claim, String agreement, Optional<Instant> from, Optional<Instant> until) {
    /** The claim that a certificate of origin makes. */
    public static final String ORIGIN_CERTIFICATE = "origin.certificate";

    private static final Pattern CLAIM = Pattern.compile("[a-z]{1,20}(\\.[a-z-]{1,30}){1,3}");
    private static final Pattern AGREEMENT = Pattern.compile("[A-Z][A-Z0-9]{1,11}");

    /** Refuses other forms of claim and agreement, and an empty period, with {@link IllegalArgumentException}. */
    public Entitlement {
        checkClaim(claim);
        checkAgreement(agreement);
        if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
            throw new IllegalArgumentException("an entitlement ends after it starts");
        }
    }

    /**
     * Whether the entitlement covers a claim.
     *
     * @param wantedClaim a kind of claim
     * @param wantedAgreement an agreement's code
     * @param moment when the claim was made
     * @return true if it is entitled to make it
     */
    public boolean covers(String wantedClaim, String wantedAgreement, Instant moment) {
        return claim.equals(wantedClaim)
                && agreement.equals(wantedAgreement)
                && from.map(first -> !moment.isBefore(first)).orElse(true)
                && until.map(moment::isBefore).orElse(true);
    }

    static String checkClaim(String text) {
        return check(CLAIM, text);
    }

    static String checkAgreement(String text) {
        return check(AGREEMENT, text);
    }

    private static String check(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("not in the form " + form);
        }
        return text;
    }
}
