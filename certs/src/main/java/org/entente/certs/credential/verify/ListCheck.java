package org.entente.certs.credential.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.certs.cache.BoundedCache;
import org.entente.certs.credential.proof.SecuredCredential;
import org.entente.certs.credential.status.StatusCheck;
import org.entente.certs.credential.status.StatusCode;
import org.entente.certs.credential.status.StatusEntry;
import org.entente.certs.credential.status.StatusList;
import org.entente.certs.credential.status.StatusOutcome;
import org.entente.certs.credential.verdict.CredentialCode;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.entente.model.finding.Findings;
import org.entente.model.finding.Severity;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedIssuer;

/**
 * Looks a credential up in its issuer's status lists. A list is itself a credential of the same issuer; one whose proof
 * does not hold says nothing, neither good nor bad. Lists that were proven are remembered.
 */
final class ListCheck {
    private final Trust trust;
    private final VerifyPolicy policy;
    private final StatusLists lists;
    private final BoundedCache<StatusLists.Copy, StatusList> proven = new BoundedCache<>(256);

    ListCheck(Trust trust, VerifyPolicy policy, StatusLists lists) {
        this.trust = trust;
        this.policy = policy;
        this.lists = lists;
    }

    void check(StatusEntry entry, String pointer, TrustedIssuer issuer, Instant now, Progress progress) {
        Optional<StatusLists.Copy> copy = lists.newest(entry.list());
        if (copy.isEmpty()) {
            progress.findings().add(StatusCode.STATUS_LIST_MISSING, pointer, entry.list());
            return;
        }
        list(copy.get(), pointer, issuer, now, progress.findings()).ifPresent(list -> {
            progress.list(entry.list(), list.validFrom());
            StatusCheck check = new StatusCheck(now, copy.get().retrievedAt(), policy.skew(), policy.longestList());
            switch (check.judge(entry, list)) {
                case StatusOutcome.NotSet notSet -> {
                    // nothing against it
                }
                case StatusOutcome.IsSet set -> progress.findings().add(set.code(), pointer, "as of " + set.asOf());
                case StatusOutcome.Undecided(StatusCode code, String detail) ->
                    progress.findings()
                            .add(
                                    code.severity() == Severity.ERROR
                                            ? CredentialCode.CREDENTIAL_STATUS_UNPROVEN
                                            : code,
                                    pointer,
                                    detail);
            }
        });
    }

    private Optional<StatusList> list(
            StatusLists.Copy copy, String pointer, TrustedIssuer issuer, Instant now, Findings findings) {
        Optional<StatusList> known = proven.get(copy);
        if (known.isPresent()) {
            return known.filter(list -> isOf(list, issuer, pointer, findings));
        }
        Findings doubts = new Findings();
        Optional<StatusList> list = prove(copy, issuer, now, doubts);
        if (!doubts.all().isEmpty() || list.isEmpty()) {
            findings.add(
                    CredentialCode.CREDENTIAL_STATUS_UNPROVEN,
                    pointer,
                    doubts.all().stream().map(each -> each.code().name()).collect(Collectors.joining(", ")));
            return Optional.empty();
        }
        proven.put(copy, list.get());
        return list;
    }

    private static boolean isOf(StatusList list, TrustedIssuer issuer, String pointer, Findings findings) {
        boolean same = list.issuer().equals(issuer.did());
        if (!same) {
            findings.add(CredentialCode.CREDENTIAL_STATUS_UNPROVEN, pointer, "a list of " + list.issuer());
        }
        return same;
    }

    private Optional<StatusList> prove(StatusLists.Copy copy, TrustedIssuer issuer, Instant now, Findings doubts) {
        Optional<SecuredCredential> secured = value(Opening.read(copy.secured()), doubts);
        Optional<StatusList> list = secured.flatMap(each -> value(StatusList.read(each.document()), doubts));
        if (secured.isEmpty() || list.isEmpty() || !isOf(list.get(), issuer, "", doubts)) {
            return Optional.empty();
        }
        IssuerCheck check = new IssuerCheck(trust, policy, Anchors.NONE, now);
        Instant signedAt = secured.get().signedAt().orElse(list.get().validFrom());
        check.times(secured.get(), signedAt, doubts);
        check.key(secured.get(), issuer, signedAt, doubts).ifPresent(key -> {
            check.counted(secured.get(), key, signedAt, doubts);
            if (!secured.get().isSignedBy(key.key().spki())) {
                doubts.add(CredentialCode.CREDENTIAL_SIGNATURE_INVALID, "", "of the status list");
            }
        });
        return list;
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
