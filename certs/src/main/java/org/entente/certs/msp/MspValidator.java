package org.entente.certs.msp;

import java.nio.ByteBuffer;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.entente.certs.cache.BoundedCache;
import org.entente.certs.key.EcdsaP256;
import org.entente.certs.msp.IdentityOutcome.Invalid;
import org.entente.certs.msp.IdentityOutcome.Valid;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.Issuance;
import org.entente.certs.x509.Issuance.Use;
import org.entente.certs.x509.NodeRole;
import org.entente.certs.x509.Subject;
import org.entente.certs.x509.Validity;
import org.entente.model.member.MemberId;

/**
 * Says whether a certificate speaks for one member, as a Fabric peer does with node OUs enabled: issued by a root of the
 * member directly, not revoked, not a CA, exactly one node OU. Stricter than Fabric in three things: the bytes are one PEM
 * block and nothing else, both ends of the validity count (the root's too), and the key is on P-256. Like Fabric it does
 * not ask whether a revocation list is overdue. Safe for use by many threads; remembers what it found valid, and looks at
 * the time again at every question.
 */
public final class MspValidator {
    private static final int REMEMBERED = 4096;

    private final MemberId member;
    private final List<X509Certificate> roots;
    private final List<X509CRL> revocations;
    private final BoundedCache<ByteBuffer, Judged> valid = new BoundedCache<>(REMEMBERED);

    private record Judged(Valid outcome, Validity own, Validity root) {}

    private MspValidator(MemberId member, List<X509Certificate> roots, List<X509CRL> revocations) {
        this.member = member;
        this.roots = roots;
        this.revocations = revocations;
    }

    /**
     * The validator of a member.
     *
     * @param member the member
     * @param roots its root certificates, at least one; during a change of root the old and the new
     * @param revocations its revocation lists, each signed by one of the roots; may be empty
     * @return the validator
     * @throws IllegalArgumentException when there is no root, one is no CA certificate, or nobody known signed a list
     */
    public static MspValidator of(MemberId member, Collection<X509Certificate> roots, Collection<X509CRL> revocations) {
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("without a root of " + member + " nothing can be trusted");
        }
        for (X509Certificate root : roots) {
            if (!Issuance.isAuthority(root)) {
                throw new IllegalArgumentException("a root of " + member + " is no CA certificate");
            }
        }
        for (X509CRL list : revocations) {
            if (roots.stream().noneMatch(root -> Issuance.isSigned(list, root))) {
                throw new IllegalArgumentException("no root of " + member + " signed the revocation list");
            }
        }
        return new MspValidator(member, List.copyOf(roots), List.copyOf(revocations));
    }

    /**
     * Whose identities this judges.
     *
     * @return the member
     */
    public MemberId member() {
        return member;
    }

    /**
     * Judges an identity. Never throws.
     *
     * @param pem one certificate in PEM, the {@code id_bytes} of Fabric's serialized identity
     * @param at the time that counts
     * @return valid with its role, or why not
     */
    public IdentityOutcome validate(byte[] pem, Instant at) {
        Optional<Judged> known = valid.get(ByteBuffer.wrap(pem));
        if (known.isPresent()) {
            return inTime(known.get(), at);
        }
        Optional<X509Certificate> certificate = Certificates.parsePem(pem);
        if (certificate.isEmpty()) {
            return new Invalid(IdentityFault.MALFORMED);
        }
        try {
            return judge(pem, certificate.get(), at);
        } catch (RuntimeException e) {
            // parts that only show their damage when asked for: a name, an end before the beginning
            return new Invalid(IdentityFault.MALFORMED);
        }
    }

    private IdentityOutcome judge(byte[] pem, X509Certificate certificate, Instant at) {
        if (certificate.getBasicConstraints() >= 0) {
            return new Invalid(IdentityFault.CA_CERTIFICATE);
        }
        Optional<X509Certificate> issuer = roots.stream()
                .filter(root -> Issuance.isSigned(certificate, root))
                .findFirst();
        if (issuer.isEmpty()) {
            return new Invalid(IdentityFault.UNTRUSTED);
        }
        Optional<IdentityFault> fault = fault(certificate, issuer.get());
        if (fault.isPresent()) {
            return new Invalid(fault.get());
        }
        List<NodeRole> roles = NodeRole.in(Subject.of(certificate));
        if (roles.size() != 1) {
            return new Invalid(roles.isEmpty() ? IdentityFault.NO_NODE_ROLE : IdentityFault.SEVERAL_NODE_ROLES);
        }
        Judged judged =
                new Judged(new Valid(roles.get(0), certificate), Validity.of(certificate), Validity.of(issuer.get()));
        valid.put(ByteBuffer.wrap(pem.clone()), judged);
        return inTime(judged, at);
    }

    private Optional<IdentityFault> fault(X509Certificate certificate, X509Certificate issuer) {
        if (revocations.stream().anyMatch(list -> Issuance.isSigned(list, issuer) && list.isRevoked(certificate))) {
            return Optional.of(IdentityFault.REVOKED);
        }
        if (certificate.hasUnsupportedCriticalExtension() || !Issuance.allows(certificate, Use.DIGITAL_SIGNATURE)) {
            return Optional.of(IdentityFault.UNSUITABLE);
        }
        return EcdsaP256.isPublicKey(certificate.getPublicKey().getEncoded())
                ? Optional.empty()
                : Optional.of(IdentityFault.UNSUPPORTED_KEY);
    }

    private static IdentityOutcome inTime(Judged judged, Instant at) {
        if (!judged.own.hasBegun(at) || !judged.root.hasBegun(at)) {
            return new Invalid(IdentityFault.NOT_YET_VALID);
        }
        if (judged.own.isOver(at) || judged.root.isOver(at)) {
            return new Invalid(IdentityFault.EXPIRED);
        }
        return judged.outcome;
    }
}
