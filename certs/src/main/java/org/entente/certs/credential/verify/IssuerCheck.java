package org.entente.certs.credential.verify;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.entente.certs.credential.did.KeyAddress;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.model.finding.Findings;
import org.entente.model.ledger.Position;
import org.entente.model.member.MemberId;
import org.entente.model.trust.AsOf;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedIssuer;
import org.entente.model.trust.TrustedKey;

/** Who issued something, and whether the key that signed it counted then. */
final class IssuerCheck {
    private final Trust trust;
    private final VerifyPolicy policy;
    private final Anchors anchors;
    private final Instant now;

    IssuerCheck(Trust trust, VerifyPolicy policy, Anchors anchors, Instant now) {
        this.trust = trust;
        this.policy = policy;
        this.anchors = anchors;
        this.now = now;
    }

    /** The member that issues under a DID. A trust that may be older than the issuer cannot say that there is none. */
    Optional<MemberId> member(String did, Instant signedAt, Findings findings) {
        Optional<MemberId> member = trust.memberOf(did);
        if (member.isEmpty()) {
            findings.add(
                    names(signedAt)
                            ? CredentialCode.CREDENTIAL_ISSUER_UNKNOWN
                            : CredentialCode.CREDENTIAL_ISSUER_NOT_KNOWN_YET,
                    "/issuer",
                    did);
        }
        fresh(findings);
        return member;
    }

    /** Whether the trust is new enough to know of withdrawn keys and expelled members. */
    void fresh(Findings findings) {
        if (trust.asOf()
                .filter(asOf -> asOf.time().plus(policy.longestTrust()).isBefore(now))
                .isPresent()) {
            findings.add(CredentialCode.CREDENTIAL_TRUST_STALE, "", "as of " + asOf());
        }
    }

    /** The key that a credential names, if it is the issuer's. */
    Optional<TrustedKey> key(SecuredCredential secured, TrustedIssuer issuer, Instant signedAt, Findings findings) {
        KeyAddress address = secured.key();
        if (!address.did().equals(issuer.did())) {
            findings.add(CredentialCode.CREDENTIAL_KEY_FOREIGN, "", address + " is not of " + issuer.did());
            return Optional.empty();
        }
        Optional<TrustedKey> key = address.selfContainedKey()
                .map(spki -> issuer.keys().stream()
                        .filter(each -> Arrays.equals(each.key().spki(), spki))
                        .findFirst())
                .orElseGet(() -> issuer.key(address.keyId()));
        if (key.isEmpty()) {
            findings.add(
                    names(signedAt)
                            ? CredentialCode.CREDENTIAL_KEY_UNKNOWN
                            : CredentialCode.CREDENTIAL_KEY_NOT_KNOWN_YET,
                    "",
                    address + " as of " + asOf());
        }
        return key;
    }

    /** Whether the key counted when the credential was signed; gives where the ledger shows it, if that was asked. */
    Optional<Position> counted(SecuredCredential secured, TrustedKey key, Instant signedAt, Findings findings) {
        if (!key.key().covers(signedAt)) {
            findings.add(CredentialCode.CREDENTIAL_KEY_NOT_VALID_THEN, "", "signed at " + signedAt);
        }
        if (key.withdrawn().isEmpty()) {
            return Optional.empty();
        }
        Position withdrawn = key.withdrawn().get();
        Optional<Position> anchored = anchors.of(secured.contentDigest());
        if (anchored.filter(position -> position.compareTo(withdrawn) < 0).isEmpty()) {
            findings.add(CredentialCode.CREDENTIAL_KEY_WITHDRAWN, "", "withdrawn at " + withdrawn);
        }
        return anchored;
    }

    /** The signature's own times, as its maker states them. */
    void times(SecuredCredential secured, Instant signedAt, Findings findings) {
        if (signedAt.isAfter(now.plus(policy.skew()))) {
            findings.add(CredentialCode.CREDENTIAL_SIGNED_IN_FUTURE, "", signedAt + " is after " + now);
        }
        secured.signatureUntil()
                .filter(end -> now.isAfter(end.plus(policy.skew())))
                .ifPresent(end -> findings.add(CredentialCode.CREDENTIAL_SIGNATURE_EXPIRED, "", "at " + end));
    }

    /**
     * Whether the trust would name an honest signer: who signs has published the key before. It must reach the moment at
     * which something says that it was signed, and be of late, because that moment is the signer's own claim.
     */
    boolean names(Instant signedAt) {
        return trust.asOf()
                .map(AsOf::time)
                .filter(time -> !signedAt.isAfter(time)
                        && !time.plus(policy.longestList()).isBefore(now))
                .isPresent();
    }

    private String asOf() {
        return trust.asOf().map(AsOf::time).map(Instant::toString).orElse("no time");
    }
}
