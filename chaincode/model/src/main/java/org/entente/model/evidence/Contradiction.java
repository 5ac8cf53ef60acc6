package org.entente.model.evidence;

import org.entente.model.member.MemberId;

/**
 * Two statements of one author that cannot both be the truth, each proven by evidence of its own.
 *
 * @param kind what contradicts
 * @param author who said both
 * @param first the statement in the first file
 * @param second the statement in the second file
 */
public record Contradiction(Kind kind, MemberId author, EvidenceEntry first, EvidenceEntry second) {
    /** What contradicts. The names are stable codes. */
    public enum Kind {
        /** The same number of one stream with other content: the stream was forked. */
        SAME_SEQUENCE("the same number of one stream, with other content"),
        /** The later number of one stream names another predecessor than the earlier one: the stream was forked. */
        BROKEN_CHAIN("one names another predecessor than the other statement"),
        /** The same statementId with other content, whoever it was told to. */
        SAME_ID("the same statementId, with other content"),
        /** The same subject, told to two partners in two ways. */
        SUBJECT_TOLD_DIFFERENTLY("the same subject, told to two partners in two ways"),
        /** The same statement, said to stand at two places of the ledger. */
        POSITION_DIFFERS("the same statement, said to stand at two places of the ledger");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /**
         * The kind for a person.
         *
         * @return a phrase in English
         */
        public String words() {
            return words;
        }
    }
}
