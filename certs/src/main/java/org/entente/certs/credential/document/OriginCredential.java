package org.entente.certs.credential.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.entente.certs.credential.status.StatusEntry;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.model.finding.Checked;
import org.entente.model.json.CanonicalObject;
import org.entente.model.json.MemberWriter;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.check.Validity;
import tools.jackson.databind.node.ObjectNode;

/**
 * A certificate of origin as a credential (W3C Verifiable Credentials Data Model 2.0), not yet secured.
 *
 * @param id its id
 * @param issuer the issuer's did:web
 * @param issuerName the administration's name; for people, proves nothing
 * @param validFrom moment of issue, whole seconds
 * @param validUntil last moment, whole seconds
 * @param status one entry for revocation and one for suspension, in this order
 * @param statement the statement on the ledger; empty if there is none
 * @param certificate what is certified
 */
public record OriginCredential(
        CredentialId id,
        String issuer,
        String issuerName,
        Instant validFrom,
        Instant validUntil,
        List<StatusEntry> status,
        Optional<LedgerReference> statement,
        Certificate certificate) {
    /** The credential's own type beside {@code VerifiableCredential}. */
    public static final String TYPE = "OriginCertificateCredential";

    /** The subject's type. */
    public static final String SUBJECT_TYPE = "OriginCertificate";

    private static final int MAX_NAME = 200;

    /** Refuses what {@link #read} would refuse with {@link IllegalArgumentException}. */
    public OriginCredential {
        status = List.copyOf(status);
        validFrom = validFrom.truncatedTo(ChronoUnit.SECONDS);
        validUntil = validUntil.truncatedTo(ChronoUnit.SECONDS);
        if (!id.isOf(issuer)) {
            throw new IllegalArgumentException("the id is not on the issuer's host");
        }
        if (issuerName.isBlank() || issuerName.length() > MAX_NAME) {
            throw new IllegalArgumentException("a name has 1 to " + MAX_NAME + " characters");
        }
        if (!validUntil.isAfter(validFrom)) {
            throw new IllegalArgumentException("a validity ends after it starts");
        }
        if (!status.stream()
                .map(StatusEntry::purpose)
                .toList()
                .equals(List.of(StatusPurpose.REVOCATION, StatusPurpose.SUSPENSION))) {
            throw new IllegalArgumentException("one entry for revocation, then one for suspension");
        }
    }

    /**
     * The last moment of a certificate's validity under its agreement. An agreement counts days in the importing country;
     * the credential ends when that day has ended everywhere, so it never ends before the law says so. Late acceptance is
     * for the importing side to decide.
     *
     * @param certificate a certificate
     * @param ruleSet the rule set that it names
     * @return noon UTC after the last day: midnight where clocks are twelve hours behind
     */
    public static Instant endOf(Certificate certificate, RuleSet ruleSet) {
        LocalDate last =
                Validity.on(certificate, ruleSet, certificate.issuedAt()).until();
        return last.plusDays(1).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    /**
     * The credential as JSON.
     *
     * @return the claims to secure
     */
    public ObjectNode document() {
        return MemberWriter.tree(out -> OriginWriter.write(this, out));
    }

    /**
     * The credential as bytes, without a tree in between.
     *
     * @return the claims to secure
     */
    public CanonicalObject canonical() {
        return CanonicalObject.write(out -> OriginWriter.write(this, out));
    }

    /**
     * Reads claims strictly: every member must be one of this version, with the one context whose meaning is known.
     *
     * @param document the claims, without a proof
     * @return the credential, or every finding with its place
     */
    public static Checked<OriginCredential> read(ObjectNode document) {
        return new OriginReader().read(document);
    }

    /**
     * Where a member of the certificate stands in the credential.
     *
     * @param inCertificate a JSON Pointer in the certificate
     * @return the JSON Pointer in the claims
     */
    public static String pointer(String inCertificate) {
        return OriginReader.SUBJECT + PartyIds.pointer(inCertificate);
    }

    /**
     * The status entry of a purpose.
     *
     * @param purpose revocation or suspension
     * @return the entry
     */
    public StatusEntry status(StatusPurpose purpose) {
        return status.get(purpose == StatusPurpose.REVOCATION ? 0 : 1);
    }
}
