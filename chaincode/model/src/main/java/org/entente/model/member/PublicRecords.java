package org.entente.model.member;

import org.entente.model.finding.Checked;

/** The records of the public state as canonical JSON, and the keys under which they stand. */
public final class PublicRecords {
    /** The longest public record in bytes. */
    public static final int MAX_BYTES = 32 * 1024;

    private PublicRecords() {}

    /**
     * Where a member's admission stands.
     *
     * @param member a member
     * @return for example {@code member/AU}
     */
    public static String admissionKey(MemberId member) {
        return "member/" + member;
    }

    /**
     * Where a member's keys stand.
     *
     * @param member a member
     * @return for example {@code member/AU/keys}
     */
    public static String keysKey(MemberId member) {
        return "member/" + member + "/keys";
    }

    /**
     * Where a rule set's digest stands.
     *
     * @param name the rule set's name
     * @return for example {@code ruleset/chafta-2015-1}
     */
    public static String ruleSetKey(String name) {
        return "ruleset/" + RuleSetDigest.checkName(name);
    }

    /**
     * Writes an admission.
     *
     * @param admission the record
     * @return canonical JSON
     */
    public static byte[] write(Admission admission) {
        return AdmissionJson.write(admission);
    }

    /**
     * Writes keys.
     *
     * @param keys the record
     * @return canonical JSON
     */
    public static byte[] write(MemberKeys keys) {
        return MemberKeysJson.write(keys);
    }

    /**
     * Writes a rule set's digest.
     *
     * @param ruleSet the record
     * @return canonical JSON
     */
    public static byte[] write(RuleSetDigest ruleSet) {
        return RuleSetJson.write(ruleSet);
    }

    /**
     * Reads an admission.
     *
     * @param bytes canonical JSON
     * @return the record, or every reason why the bytes are refused
     */
    public static Checked<Admission> readAdmission(byte[] bytes) {
        return RecordReader.read(bytes, AdmissionJson::read);
    }

    /**
     * Reads keys.
     *
     * @param bytes canonical JSON
     * @return the record, or every reason why the bytes are refused
     */
    public static Checked<MemberKeys> readKeys(byte[] bytes) {
        return RecordReader.read(bytes, MemberKeysJson::read);
    }

    /**
     * Reads a rule set's digest.
     *
     * @param bytes canonical JSON
     * @return the record, or every reason why the bytes are refused
     */
    public static Checked<RuleSetDigest> readRuleSet(byte[] bytes) {
        return RecordReader.read(bytes, RuleSetJson::read);
    }
}
