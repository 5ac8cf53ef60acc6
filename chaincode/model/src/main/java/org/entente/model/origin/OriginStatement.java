package org.entente.model.origin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Checked;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.Quantity;
import org.entente.model.origin.certificate.UnitCode;
import org.entente.model.statement.StatementType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an administration can state about a certificate of origin: the body of a statement, by type. */
public sealed interface OriginStatement {
    /** {@link Issued}. */
    StatementType ISSUED = new StatementType("origin.certificate.issued", 1);

    /** {@link Acknowledged}. */
    StatementType ACKNOWLEDGED = new StatementType("origin.certificate.acknowledged", 1);

    /** {@link Used}. */
    StatementType USED = new StatementType("origin.certificate.used", 1);

    /** {@link UseReversed}. */
    StatementType USE_REVERSED = new StatementType("origin.certificate.use-reversed", 1);

    /** {@link Cancelled}. */
    StatementType CANCELLED = new StatementType("origin.certificate.cancelled", 1);

    /**
     * The certificate spoken of; its {@link CertificateId#subject()} is the statement's subject.
     *
     * @return issuer, agreement and number
     */
    CertificateId certificateId();

    /**
     * The type under which this body is stated.
     *
     * @return type and version
     */
    StatementType type();

    /**
     * By the exporting country's administration to the importing country's: a certificate was issued.
     *
     * @param certificate the whole certificate
     */
    record Issued(Certificate certificate) implements OriginStatement {
        @Override
        public CertificateId certificateId() {
            return certificate.id();
        }

        @Override
        public StatementType type() {
            return ISSUED;
        }
    }

    /**
     * By the importing side: the certificate was looked at.
     *
     * @param certificateId the certificate
     * @param outcome what was found
     * @param reasons none for an acceptance, 1 to 50 for a refusal
     */
    record Acknowledged(CertificateId certificateId, Outcome outcome, List<Reason> reasons) implements OriginStatement {
        /** Keeps an unmodifiable copy; refuses reasons that do not fit with {@link IllegalArgumentException}. */
        public Acknowledged {
            reasons = List.copyOf(reasons);
            if ((outcome == Outcome.ACCEPTED) != reasons.isEmpty()) {
                throw new IllegalArgumentException("a refusal states reasons and an acceptance none");
            }
        }

        @Override
        public StatementType type() {
            return ACKNOWLEDGED;
        }
    }

    /** What the importing side found. */
    enum Outcome {
        /** The certificate can be used. */
        ACCEPTED,
        /** The certificate, or the items that the reasons name, cannot be used. */
        REFUSED
    }

    /**
     * Why a certificate is refused.
     *
     * @param code the coded reason
     * @param items the items it concerns; none for the whole certificate
     * @param remark for a person, at most 500 characters
     */
    record Reason(RefusalReason code, List<Integer> items, Optional<String> remark) {
        /** Keeps an unmodifiable copy. */
        public Reason {
            items = List.copyOf(items);
        }
    }

    /**
     * By the importing side: a declaration used a part of an item.
     *
     * @param certificateId the certificate
     * @param use which declaration item used which item of the certificate
     * @param quantity how much
     * @param unit the item's own unit; nothing is converted
     * @param presentedOn the day on which the certificate was presented, in the importing country
     */
    record Used(CertificateId certificateId, UseKey use, Quantity quantity, UnitCode unit, LocalDate presentedOn)
            implements OriginStatement {
        @Override
        public StatementType type() {
            return USED;
        }
    }

    /**
     * By the importing side: a declaration was withdrawn and its use no longer counts. An amendment is a reversal and a
     * new use.
     *
     * @param certificateId the certificate
     * @param use the use, wholly
     * @param remark for a person, at most 500 characters
     */
    record UseReversed(CertificateId certificateId, UseKey use, Optional<String> remark) implements OriginStatement {
        @Override
        public StatementType type() {
            return USE_REVERSED;
        }
    }

    /**
     * By the issuing side, while nothing is used: the certificate no longer counts.
     *
     * @param certificateId the certificate
     * @param remark for a person, at most 500 characters
     */
    record Cancelled(CertificateId certificateId, Optional<String> remark) implements OriginStatement {
        @Override
        public StatementType type() {
            return CANCELLED;
        }
    }

    /**
     * Writes the body.
     *
     * @return JSON as the type's schema says
     */
    default ObjectNode body() {
        return BodyWriter.write(this);
    }

    /**
     * Reads the form of a body; the rules on it are for {@link CertificateRules}.
     *
     * @param type one of the five types
     * @param body the body
     * @return the statement, or everything that is malformed, with pointers that start at {@code /body}
     * @throws IllegalArgumentException if the type is another one
     */
    static Checked<OriginStatement> read(StatementType type, JsonNode body) {
        return BodyReader.read(type, body);
    }
}
