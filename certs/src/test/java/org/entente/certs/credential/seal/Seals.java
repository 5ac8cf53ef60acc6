package org.entente.certs.credential.seal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.entente.certs.key.SigningKey;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.origin.certificate.AgreementCode;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.CountryCode;
import org.entente.model.origin.certificate.Money;
import org.entente.model.origin.certificate.Quantity;
import org.entente.model.origin.certificate.ReferenceNumber;
import org.entente.model.origin.certificate.UnitCode;

/** Seals to test with. */
final class Seals {
    static final MemberId AU = new MemberId("AU");
    static final LocalDate ISSUED = LocalDate.of(2026, 3, 5);

    private Seals() {}

    /** As long as an ordinary one gets: everything that can be told is there. */
    static Seal ordinary() {
        return new Seal(
                new CertificateId(AU, new AgreementCode("CHAFTA"), new ReferenceNumber("SAMPLE-AU-000123")),
                "CHAFTA",
                Optional.of(new CountryCode("AU")),
                new CountryCode("CN"),
                3,
                Optional.of(new Seal.Total(new Quantity(new BigDecimal("109000.5")), new UnitCode("KGM"))),
                Optional.empty(),
                ISSUED,
                LocalDate.of(2027, 3, 5),
                Digest.of("the credential".getBytes(StandardCharsets.US_ASCII)),
                Optional.of(new SealStatus(3, 94_567)));
    }

    /** The longest that the records allow. */
    static Seal longest() {
        return new Seal(
                new CertificateId(AU, new AgreementCode("A".repeat(12)), new ReferenceNumber("9".repeat(49))),
                "F".repeat(Seal.MAX_FORM),
                Optional.of(new CountryCode("NZ")),
                new CountryCode("CN"),
                500,
                Optional.of(new Seal.Total(new Quantity(new BigDecimal("999999999999.999999")), new UnitCode("KGM"))),
                Optional.of(new Money(new BigDecimal("999999999999.999999"), "AUD")),
                LocalDate.of(9999, 12, 31),
                LocalDate.of(9999, 12, 31),
                Digest.NONE,
                Optional.of(new SealStatus(Integer.MAX_VALUE, Integer.MAX_VALUE)));
    }

    static SealKeys trusting(MemberId issuer, SigningKey key) {
        SealKey known = new SealKey(key.publicKeySpki(), Instant.parse("2026-01-01T00:00:00Z"), Optional.empty());
        return (member, keyId) ->
                member.equals(issuer) && keyId.equals(key.keyId()) ? Optional.of(known) : Optional.empty();
    }
}
