package org.entente.certs.credential.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.status.StatusList;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedIssuer;

/**
 * Proves that a status list is its issuer's word (Bitstring Status List 1.0, 3.2, steps 4 to 6). Whoever keeps lists
 * proves them before, so that nothing that anybody else sent takes the place of a good copy.
 */
public final class ListProof {
    private ListProof() {}

    /** How it ended. */
    public sealed interface Outcome {}

    /**
     * It is the issuer's word.
     *
     * @param list what it says
     * @param signatureUntil until when its signature says that it counts
     */
    public record Proven(StatusList list, Optional<Instant> signatureUntil) implements Outcome {}

    /**
     * It says nothing: it is not the issuer's, or nobody can say whether it is.
     *
     * @param doubts at least one, of whatever severity
     */
    public record Doubted(List<Finding> doubts) implements Outcome {
        /** Keeps an unmodifiable copy; refuses none with {@link IllegalArgumentException}. */
        public Doubted {
            doubts = List.copyOf(doubts);
            if (doubts.isEmpty()) {
                throw new IllegalArgumentException("a doubt is told");
            }
        }
    }

    /**
     * Proves a list. Says nothing of how old it is.
     *
     * @param bytes a compact JWS in ASCII, or JSON with a proof; whatever was received
     * @param trust whose keys count
     * @param policy how far clocks may differ
     * @param issuer whose list it should be
     * @param now the moment of the check
     * @return the list, or every doubt
     */
    public static Outcome prove(byte[] bytes, Trust trust, VerifyPolicy policy, TrustedIssuer issuer, Instant now) {
        Findings doubts = new Findings();
        IssuerCheck check = new IssuerCheck(trust, policy, Anchors.NONE, now);
        Optional<Proven> proven = prove(bytes, check, issuer, doubts);
        return proven.isPresent() && doubts.all().isEmpty() ? proven.get() : new Doubted(doubts.all());
    }

    private static Optional<Proven> prove(byte[] bytes, IssuerCheck check, TrustedIssuer issuer, Findings doubts) {
        Optional<SecuredCredential> secured = value(Opening.read(bytes), doubts);
        Optional<StatusList> list = secured.flatMap(each -> value(StatusList.read(each.document()), doubts));
        if (secured.isEmpty() || list.isEmpty() || !isOf(list.get(), issuer, doubts)) {
            return Optional.empty();
        }
        Instant signedAt = secured.get().signedAt().orElse(list.get().validFrom());
        check.times(secured.get(), signedAt, doubts);
        check.key(secured.get(), issuer, signedAt, doubts).ifPresent(key -> {
            check.counted(secured.get(), key, signedAt, doubts);
            if (!secured.get().isSignedBy(key.key().spki())) {
                doubts.add(CredentialCode.CREDENTIAL_SIGNATURE_INVALID, "", "of the status list");
            }
        });
        return list.map(each -> new Proven(each, secured.get().signatureUntil()));
    }

    private static boolean isOf(StatusList list, TrustedIssuer issuer, Findings findings) {
        boolean same = list.issuer().equals(issuer.did());
        if (!same) {
            findings.add(CredentialCode.CREDENTIAL_STATUS_UNPROVEN, "", "a list of " + list.issuer());
        }
        return same;
    }

    private static <T> Optional<T> value(Checked<T> read, Findings doubts) {
        return switch (read) {
            case Checked.Accepted<T>(T value, List<Finding> remarks) -> Optional.of(value);
            case Checked.Rejected<T>(List<Finding> found) -> {
                found.forEach(doubts::add);
                yield Optional.empty();
            }
        };
    }
}
