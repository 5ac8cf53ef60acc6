package org.entente.model.origin;

/** Why the importing side refuses a certificate or an item. The constant's name is the code on the wire. */
public enum RefusalReason {
    /** The line is not one that the agreement covers. */
    LINE_NOT_COVERED,
    /** The goods are not described well enough. */
    DESCRIPTION_INCOMPLETE,
    /** An alteration is not authenticated. */
    ALTERATION_UNAUTHENTICATED,
    /** The validity is over. */
    EXPIRED,
    /** The certificate is not authentic. */
    NOT_AUTHENTIC,
    /** Signatory or certified exporter are not listed. */
    SIGNATORY_UNLISTED,
    /** The criterion is absent or not one of the agreement. */
    CRITERION_INVALID,
    /** The regional value content is not reached. */
    RVC_SHORT,
    /** The change in tariff classification did not happen. */
    CTC_NOT_MET,
    /** The goods did not come directly. */
    DIRECT_CONSIGNMENT,
    /** More goods than the certificate covers. */
    QUANTITY_EXCEEDED,
    /** Other goods than the certificate covers. */
    GOODS_MISMATCH,
    /** Details of the third-country invoice are missing. */
    THIRD_PARTY_DETAILS_MISSING,
    /** No reply, or not enough of one, to a query. */
    REPLY_INSUFFICIENT,
    /** A visit was refused. */
    VISIT_REFUSED
}
