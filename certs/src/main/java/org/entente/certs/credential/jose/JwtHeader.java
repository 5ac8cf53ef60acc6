package org.entente.certs.credential.jose;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.certs.credential.did.KeyAddress;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.model.finding.Findings;
import org.entente.model.json.ObjectReader;

/** The header of a vc+jwt. Parameters without effect here are passed over (RFC 7515, section 4), keys in it unused. */
record JwtHeader(KeyAddress key, Optional<Instant> signedAt, Optional<Instant> until, Optional<String> issuer) {
    static final String ALGORITHM = "ES256";
    static final String TYPE = "vc+jwt";
    static final String CONTENT_TYPE = "vc";

    /** The last second of the year 9999. */
    static final long LAST_SECOND = 253_402_300_799L;

    /** What would change how the rest is read (RFC 7515, 4.1.11; RFC 7797; RFC 7516). */
    private static final List<String> CHANGES_MEANING = List.of("crit", "b64", "zip", "enc");

    static Optional<JwtHeader> read(ObjectReader in, Findings findings) {
        expect(in, "alg", ALGORITHM, CredentialCode.CREDENTIAL_SECURING_UNKNOWN, findings);
        expect(in, "typ", TYPE, CredentialCode.CREDENTIAL_HEADER_INVALID, findings);
        if (in.has("cty")) {
            expect(in, "cty", CONTENT_TYPE, CredentialCode.CREDENTIAL_HEADER_INVALID, findings);
        }
        for (String name : CHANGES_MEANING) {
            if (in.has(name)) {
                findings.add(CredentialCode.CREDENTIAL_HEADER_INVALID, in.at(name), "is not accepted");
            }
        }
        Optional<KeyAddress> key = in.parsed(
                "kid",
                "a DID with the key as fragment",
                text -> KeyAddress.parse(text).orElseThrow(IllegalArgumentException::new));
        Optional<Instant> signedAt = seconds(in, "iat");
        Optional<Instant> until = seconds(in, "exp");
        Optional<String> issuer = in.optionalText("iss", 500);
        return findings.hasErrors() ? Optional.empty() : key.map(each -> new JwtHeader(each, signedAt, until, issuer));
    }

    /** NumericDate of RFC 7519, in whole seconds. */
    static Optional<Instant> seconds(ObjectReader in, String name) {
        return in.has(name) ? in.integer(name, 0, LAST_SECOND).map(Instant::ofEpochSecond) : Optional.empty();
    }

    private static void expect(ObjectReader in, String name, String expected, CredentialCode code, Findings findings) {
        Optional<String> value = in.text(name, 100);
        if (value.isPresent() && !value.get().equals(expected)) {
            findings.add(code, in.at(name), "only " + expected + " is accepted");
        }
    }
}
