package org.entente.certs.credential.verify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.certs.credential.status.StatusCheck;
import org.entente.certs.credential.status.StatusCode;
import org.entente.certs.credential.status.StatusEntry;
import org.entente.certs.credential.status.StatusList;
import org.entente.certs.credential.status.StatusOutcome;
import org.entente.certs.credential.verdict.CredentialCode;
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
    private final ProvenLists proven;

    ListCheck(Trust trust, VerifyPolicy policy, StatusLists lists, ProvenLists proven) {
        this.trust = trust;
        this.policy = policy;
        this.lists = lists;
        this.proven = proven;
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
        return switch (proven.list(
                copy, issuer, now, policy.skew(), () -> ListProof.prove(copy.secured(), trust, policy, issuer, now))) {
            case ListProof.Proven(StatusList list, var until) -> Optional.of(list);
            case ListProof.Doubted(List<Finding> doubts) -> {
                findings.add(
                        CredentialCode.CREDENTIAL_STATUS_UNPROVEN,
                        pointer,
                        doubts.stream().map(each -> each.code().name()).collect(Collectors.joining(", ")));
                yield Optional.empty();
            }
        };
    }
}
