package org.entente.model.origin.agreement;

import java.util.regex.Pattern;
import org.entente.model.finding.LegalReference;
import org.entente.model.origin.certificate.CountryCode;

/**
 * The form of one issuer's reference numbers.
 *
 * @param issuer the issuing country
 * @param pattern what a whole number matches
 * @param law where the issuer says so
 */
public record ReferencePattern(CountryCode issuer, Pattern pattern, LegalReference law) {}
