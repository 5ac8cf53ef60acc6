package org.entente.launcher.service;

import java.util.Arrays;
import java.util.List;
import org.entente.launcher.consortium.Consortium;
import org.entente.model.member.MemberId;

/**
 * A certificate that stands in the demo from its first start on.
 *
 * @param issuer who issued it
 * @param partner to whom
 * @param number the issuer's
 * @param state as it was made; people may have changed it since
 */
public record SeededCertificate(MemberId issuer, MemberId partner, String number, State state) {
    /**
     * All of them.
     *
     * @return in the order of the administrations
     */
    static List<SeededCertificate> all() {
        return Consortium.MEMBERS.stream()
                .flatMap((MemberId issuer) -> Arrays.stream(State.values()).map(state -> of(issuer, state)))
                .toList();
    }

    static SeededCertificate of(MemberId issuer, State state) {
        String number = String.format(java.util.Locale.ROOT, "DEMO-%s-%04d", issuer, state.number);
        return new SeededCertificate(issuer, SampleCertificate.partner(issuer), number, state);
    }

    /** What was done with it. */
    public enum State {
        /** Issued, nothing used. */
        VALID(1, "valid, nothing used"),
        /** A part is used abroad. */
        PARTLY_USED(2, "accepted abroad, 60 per cent of item 1 used"),
        /** Taken back by its issuer. */
        CANCELLED(3, "cancelled by its issuer"),
        /** Waits for the issuing officer. */
        APPLIED_FOR(4, "applied for: waits for the issuing officer");

        private final int number;
        private final String words;

        State(int number, String words) {
            this.number = number;
            this.words = words;
        }

        /**
         * What was done with it.
         *
         * @return for people
         */
        public String words() {
            return words;
        }
    }
}
