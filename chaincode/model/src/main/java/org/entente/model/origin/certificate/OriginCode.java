package org.entente.model.origin.certificate;

import org.entente.model.finding.FindingCode;
import org.entente.model.finding.Severity;

/** What can be found in a certificate of origin, or in a statement about one. */
public enum OriginCode implements FindingCode {
    // The form of single values
    /** Not 6 to 10 digits in a chapter of the Harmonized System. */
    ORIGIN_HS_INVALID("The HS code is not 6 to 10 digits in an existing chapter"),
    /** No edition of the Harmonized System. */
    ORIGIN_HS_EDITION_INVALID("The HS edition is none that the WCO has published"),
    /** Not a positive decimal of at most 12 and 6 digits in canonical spelling. */
    ORIGIN_QUANTITY_INVALID("The quantity is not a positive decimal with at most 6 decimal places"),
    /** Not of the form of a UN/ECE Recommendation 20 or 21 code. */
    ORIGIN_UNIT_INVALID("The unit or package code does not have the form of UN/ECE Recommendation 20 or 21"),
    /** Well-formed, but not in the list that is shipped, which is not complete. */
    ORIGIN_UNIT_UNLISTED("The unit or package code is not in the shipped list, which is not complete"),
    /** No such day in the calendar, or another spelling. */
    ORIGIN_DATE_INVALID("The date is not a day of the calendar in the form 2026-05-03"),
    /** Not two upper-case letters. */
    ORIGIN_COUNTRY_INVALID("The country is not an ISO 3166-1 alpha-2 code"),
    /** Not of the form of a UN/LOCODE. */
    ORIGIN_PORT_INVALID("The place does not have the form of a UN/LOCODE"),
    /** Not readable as criteria. */
    ORIGIN_CRITERION_INVALID("The origin criterion does not have a readable form"),
    /** Not of the form of a reference number. */
    ORIGIN_REFERENCE_INVALID("The reference number is not 1 to 49 letters, digits and . / _ ( ) - with single spaces"),
    /** Not an amount with an ISO 4217 code. */
    ORIGIN_VALUE_INVALID("The value is not a positive amount with an ISO 4217 currency code"),

    // Agreement and rule set
    /** No shipped rule set is for the agreement. */
    ORIGIN_AGREEMENT_UNKNOWN("No rule set is known for the agreement"),
    /** The named rule set is not shipped. */
    ORIGIN_RULE_SET_UNKNOWN("The named rule set is not known"),
    /** The named rule set is another agreement's. */
    ORIGIN_RULE_SET_MISMATCH("The named rule set belongs to another agreement"),
    /** The exporting or importing country is no party. */
    ORIGIN_COUNTRY_NOT_PARTY("The country is not a party to the agreement"),
    /** Exporting and importing country are the same. */
    ORIGIN_COUNTRIES_EQUAL("The exporting and the importing country are the same"),
    /** The agreement has no such form. */
    ORIGIN_FORM_UNKNOWN("The agreement has no such form"),
    /** The issuer's own pattern is not kept. */
    ORIGIN_REFERENCE_PATTERN("The reference number does not have the form that its issuer uses"),
    /** A flag for something the agreement does not provide. */
    ORIGIN_FLAG_NOT_PROVIDED("The agreement does not provide what the flag states"),
    /** More items than the agreement's form holds. */
    ORIGIN_ITEMS_TOO_MANY("The certificate has more items than the agreement's form holds"),

    // Dates
    /** An invoice of a later day than the certificate. */
    ORIGIN_INVOICE_AFTER_ISSUE("An invoice is dated after the certificate was issued"),
    /** Issued after departure and grace without the tick. */
    ORIGIN_RETROACTIVE_MISSING("The certificate was issued after departure but is not marked as issued retroactively"),
    /** The tick without need. */
    ORIGIN_RETROACTIVE_UNFOUNDED("The certificate is marked as issued retroactively but was issued in time"),
    /** Issued later than the agreement allows after departure. */
    ORIGIN_ISSUED_TOO_LATE("The certificate was issued later after departure than the agreement allows"),
    /** An original dated after the back-to-back certificate. */
    ORIGIN_ORIGINAL_AFTER_ISSUE("An original certificate is dated after the back-to-back certificate"),

    // Parts that must agree with one another
    /** Back-to-back without originals, or originals without back-to-back. */
    ORIGIN_BACK_TO_BACK_MISMATCH("Back-to-back and original certificates go together"),
    /** PC without the flag, or the flag without PC. */
    ORIGIN_PARTIAL_CUMULATION_MISMATCH("The criterion PC and the flag for partial cumulation go together"),
    /** Third-country invoicing without the invoicer, or the other way round. */
    ORIGIN_THIRD_PARTY_MISMATCH("Third-country invoicing and the name of the invoicer go together"),
    /** Exhibition without its name and address, or the other way round. */
    ORIGIN_EXHIBITION_MISMATCH("The exhibition flag and the exhibition's name and address go together"),
    /** Two items of one number. */
    ORIGIN_ITEM_DUPLICATE("Two items have the same number"),
    /** An item that originates outside the agreement. */
    ORIGIN_ITEM_COUNTRY_NOT_PARTY("The item's country of origin is not a party to the agreement"),

    // Criteria
    /** A criterion the agreement does not have. */
    ORIGIN_CRITERION_UNKNOWN("The agreement has no such origin criterion"),
    /** Criteria that cannot be claimed together. */
    ORIGIN_CRITERION_COMBINATION("The origin criteria cannot be claimed together"),
    /** A criterion that needs a percentage without one. */
    ORIGIN_PERCENT_MISSING("The origin criterion needs a percentage"),
    /** A percentage that no criterion asks for. */
    ORIGIN_PERCENT_UNEXPECTED("No claimed origin criterion has a percentage"),
    /** Below the least percentage. */
    ORIGIN_PERCENT_TOO_LOW("The percentage lies below what the criterion asks for"),
    /** Above the greatest percentage. */
    ORIGIN_PERCENT_TOO_HIGH("The percentage lies above what the criterion allows"),
    /** PC gives no preference. */
    ORIGIN_PARTIAL_CUMULATION_NO_PREFERENCE("A partial cumulation item gives no preference by itself"),
    /** FOB is asked for and missing. */
    ORIGIN_FOB_MISSING("The agreement asks for the FOB value of this item"),
    /** A price travels though nobody asks for it. */
    ORIGIN_FOB_NOT_ASKED_FOR("The agreement does not ask for the FOB value of this item"),

    // Law that nobody on this project has read
    /** Kept, as far as an unverified datum says. */
    ORIGIN_LAW_UNVERIFIED("A rule is kept as far as is known, but its legal source was not verified"),
    /** Broken, as far as an unverified datum says. */
    ORIGIN_LAW_UNVERIFIED_BROKEN("A rule is broken as far as is known, but its legal source was not verified"),

    // Statements about a certificate
    /** Subject or stream do not fit the certificate. */
    ORIGIN_SUBJECT_MISMATCH("The subject is not that of the certificate in the body"),
    /** Said by the wrong side. */
    ORIGIN_AUTHOR_NOT_ENTITLED("This statement is for the other administration to make"),
    /** Addressed to somebody who is not the importing side. */
    ORIGIN_AUDIENCE_MISMATCH("The statement is not addressed to the importing country of the certificate"),
    /** No such certificate stands. */
    ORIGIN_CERTIFICATE_UNKNOWN("No certificate of this reference stands"),
    /** The reference is taken by another certificate. */
    ORIGIN_REFERENCE_DUPLICATE("The reference number already stands for a certificate of other content"),
    /** Cancelled before. */
    ORIGIN_CERTIFICATE_CANCELLED("The certificate was cancelled before"),
    /** Used before. */
    ORIGIN_CERTIFICATE_USED("The certificate was used before and cannot be cancelled"),
    /** No such item. */
    ORIGIN_ITEM_UNKNOWN("The certificate has no item of this number"),
    /** The importing side refused the item itself. */
    ORIGIN_ITEM_REFUSED("The item was refused before by the same administration"),
    /** Another unit than the item's. */
    ORIGIN_UNIT_MISMATCH("The use is in another unit than the item"),
    /** More than is left. */
    ORIGIN_USE_EXCEEDS_BALANCE("The use is greater than what is left of the item"),
    /** The same declaration item with another quantity. */
    ORIGIN_USE_CONFLICT("The declaration item already stands for another use"),
    /** Nothing to reverse. */
    ORIGIN_USE_UNKNOWN("No such use stands"),
    /** A second declaration where the agreement allows one. */
    ORIGIN_SECOND_DECLARATION("The agreement allows one declaration for each certificate"),
    /** Presented before it was issued. */
    ORIGIN_PRESENTED_BEFORE_ISSUE("The certificate was presented before the day of its issue"),
    /** Presented after its validity, and the agreement knows no late acceptance. */
    ORIGIN_PRESENTED_LATE("The certificate was presented after its validity"),
    /** Presented after its validity, which the importing side may accept. */
    ORIGIN_LATE_ACCEPTANCE(
            "The certificate was presented after its validity; the agreement lets the importing side accept it"),
    /** Another acknowledgement stands. */
    ORIGIN_ACKNOWLEDGED_BEFORE("Another acknowledgement of the certificate stands"),
    /** An outcome that does not fit its reasons. */
    ORIGIN_OUTCOME_INVALID("A refusal states reasons and an acceptance states none"),
    /** Said before by the same author; nothing changes. */
    ORIGIN_SAID_BEFORE("The same was said before and nothing changes");

    private final String title;

    OriginCode(String title) {
        this.title = title;
    }

    @Override
    public Severity severity() {
        return switch (this) {
            case ORIGIN_UNIT_UNLISTED, ORIGIN_LAW_UNVERIFIED, ORIGIN_LAW_UNVERIFIED_BROKEN -> Severity.NOT_VERIFIED;
            case ORIGIN_PARTIAL_CUMULATION_NO_PREFERENCE, ORIGIN_SAID_BEFORE -> Severity.NOTE;
            case ORIGIN_FOB_NOT_ASKED_FOR, ORIGIN_LATE_ACCEPTANCE -> Severity.WARNING;
            default -> Severity.ERROR;
        };
    }

    @Override
    public String title() {
        return title;
    }
}
