package org.entente.certs.credential.seal;

/** What a reader may believe of a text that should be a seal. */
public sealed interface SealOutcome {
    /**
     * The issuer signed exactly this. Whether the day of today lies in its validity and whether it was revoked since are
     * further questions ({@link Seal#hasEnded}, {@link Seal#status}).
     *
     * @param seal what was signed
     * @param keyId by which key
     */
    record Verified(Seal seal, String keyId) implements SealOutcome {}

    /**
     * No issuer that the reader trusts signed this.
     *
     * @param code why
     * @param detail the particulars in English
     */
    record Refused(SealCode code, String detail) implements SealOutcome {}

    /**
     * The reader's trust does not reach far enough to say.
     *
     * @param code why
     * @param claimed what the text says; nobody vouches for it
     * @param keyId the key that it names
     * @param detail the particulars in English
     */
    record Undecided(SealCode code, Seal claimed, String keyId, String detail) implements SealOutcome {}
}
