package org.entente.api.application;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.entente.api.account.Organisation;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.statement.StatementId;

/**
 * An application for a certificate.
 *
 * @param sequence orders the list
 * @param id names it
 * @param exporter for whom
 * @param state where it stands
 * @param version grows with every change
 * @param certificate what is applied for
 * @param replaces a certificate that is cancelled when this one is issued
 * @param appliedBy an account
 * @param appliedAt when
 * @param decision what an officer decided, if one did
 */
public record Application(
        long sequence,
        UUID id,
        Organisation exporter,
        State state,
        long version,
        Certificate certificate,
        Optional<CertificateId> replaces,
        String appliedBy,
        Instant appliedAt,
        Optional<Decision> decision) {
    /**
     * Whether an officer can decide, and the applicant take it back.
     *
     * @return true for APPLIED and UNISSUED
     */
    public boolean isOpen() {
        return state.isOpen();
    }

    /**
     * What an officer's approval stated.
     *
     * @return its statement; empty if none ever approved
     */
    public Optional<StatementId> approval() {
        return decision.flatMap(Decision::statement);
    }

    /**
     * What an officer's approval cancels first.
     *
     * @return its statement; empty unless this replaces a certificate and was approved
     */
    public Optional<StatementId> cancellation() {
        return decision.flatMap(Decision::cancellation);
    }

    /** The same after a decision. */
    Application decided(State next, Decision made) {
        return new Application(
                sequence,
                id,
                exporter,
                next,
                version + 1,
                certificate,
                replaces,
                appliedBy,
                appliedAt,
                Optional.of(made));
    }

    /** The same once it is known that the approval had no effect. */
    Application unissued() {
        return new Application(
                sequence,
                id,
                exporter,
                State.UNISSUED,
                version + 1,
                certificate,
                replaces,
                appliedBy,
                appliedAt,
                decision);
    }

    /** Where an application stands. */
    public enum State {
        /** An officer has to look at it. */
        APPLIED,
        /** An officer approved it; the statement's progress says how far the certificate is issued. */
        APPROVED,
        /** An officer approved it, and the statement had no effect: it can be approved again, refused or taken back. */
        UNISSUED,
        /** An officer refused it. */
        REFUSED,
        /** The applicant took it back. */
        WITHDRAWN;

        /** Those in which an officer can decide, and the applicant take back. */
        public static final Set<State> OPEN = Set.of(APPLIED, UNISSUED);

        /**
         * Whether an officer can decide, and the applicant take back.
         *
         * @return true for APPLIED and UNISSUED
         */
        public boolean isOpen() {
            return OPEN.contains(this);
        }
    }

    /**
     * What was decided.
     *
     * @param by an account
     * @param at when
     * @param reason of a refusal
     * @param cancellation of an approval that replaces a certificate: the statement that cancels that one
     * @param statement of an approval: the statement that issues the certificate; of a replacement only once the
     *     cancellation stands
     */
    public record Decision(
            String by,
            Instant at,
            Optional<String> reason,
            Optional<StatementId> cancellation,
            Optional<StatementId> statement) {
        /**
         * The statement whose outcome says how it goes on.
         *
         * @return empty unless approved
         */
        Optional<StatementId> awaited() {
            return statement.or(() -> cancellation);
        }
    }
}
