package org.entente.model.finding;

/** How grave a finding is, and so what a caller may still do. */
public enum Severity {
    /** The input breaks a rule whose source was read; nothing is stored or stated. */
    ERROR,
    /** The deciding legal datum is not verified: the answer is <em>not verified</em>, neither valid nor invalid. */
    NOT_VERIFIED,
    /** Worth an officer's look; does not by itself decide. */
    WARNING,
    /** A minor discrepancy or a remark: recorded, without effect. */
    NOTE
}
