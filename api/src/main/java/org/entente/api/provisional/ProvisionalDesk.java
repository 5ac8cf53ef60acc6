package org.entente.api.provisional;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.audit.Audit;
import org.entente.api.body.JsonBody;
import org.entente.api.certificate.CertificateName;
import org.entente.api.idempotency.Reply;
import org.entente.api.idempotency.Write;
import org.entente.api.idempotency.Writes;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.verification.UncheckedStore;
import org.entente.model.finding.Finding;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Where officers decide provisionally, and close what they decided. */
@Component
public class ProvisionalDesk {
    private final ProvisionalStore decisions;
    private final UncheckedStore unchecked;
    private final Writes writes;
    private final Audit audit;
    private final InstantSource clock;

    ProvisionalDesk(
            ProvisionalStore decisions, UncheckedStore unchecked, Writes writes, Audit audit, InstantSource clock) {
        this.decisions = decisions;
        this.unchecked = unchecked;
        this.writes = writes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Decides about a check of the same officer that ended in could not check.
     *
     * @param write the officer's request
     * @param body {@code verification}, {@code decision}, {@code reason}
     * @return 201 with the decision
     * @throws Refusal if the check is not known, or decided already
     */
    public ResponseEntity<byte[]> decide(Write write, JsonBody body) {
        ProvisionalForm.Decided decided = ProvisionalForm.decided(body);
        return writes.once(write, () -> {
            UncheckedStore.Unchecked check =
                    unchecked.find(decided.verification(), write.caller()).orElseThrow(() -> unknown(decided));
            return () -> {
                if (!decisions.add(check, decided, write.caller().account(), now())) {
                    throw decidedAlready();
                }
                unchecked.forget(check.id());
                audit.note(
                        write.caller(),
                        "provisional.decided",
                        subject(check.id(), check.certificate()),
                        decided.decision().name());
                return Reply.created("/v1/provisional-decisions/" + check.id(), 1, found(check.id()));
            };
        });
    }

    private Refusal unknown(ProvisionalForm.Decided decided) {
        return decisions.find(decided.verification()).isPresent()
                ? decidedAlready()
                : Refusal.of(
                        ApiCode.REQUEST_REFUSED,
                        Finding.of(ProvisionalCode.PROVISIONAL_CHECK_UNKNOWN, "/verification", ""));
    }

    private static Refusal decidedAlready() {
        return Refusal.of(ApiCode.REQUEST_STATE_CONFLICT, "this check is decided already");
    }

    /**
     * Closes a decision: it is not checked again, and what was presented is forgotten.
     *
     * @param write the officer's request, with the version that the officer saw
     * @param id the decision
     * @param body {@code remark}
     * @return 200 with the decision
     * @throws Refusal if it is closed already, or a remark is needed
     */
    public ResponseEntity<byte[]> close(Write write, UUID id, JsonBody body) {
        Optional<String> remark = ProvisionalForm.remark(body).filter(text -> !text.isBlank());
        return writes.once(write, () -> {
            ProvisionalDecision decision = decisions.find(id).orElseThrow(Refusal::unknown);
            if (decision.closedAt() != null) {
                throw Refusal.of(ApiCode.REQUEST_STATE_CONFLICT, "it is closed already");
            }
            write.requireVersion(decision.version());
            if (decision.state() == ProvisionalDecision.State.OPEN && remark.isEmpty()) {
                throw Refusal.of(
                        ApiCode.REQUEST_REFUSED, Finding.of(ProvisionalCode.PROVISIONAL_REMARK_MISSING, "/remark", ""));
            }
            return () -> {
                if (!decisions.close(id, decision.version(), write.caller().account(), remark, now())) {
                    throw Refusal.of(ApiCode.REQUEST_PRECONDITION_FAILED, "it has changed since it was read");
                }
                audit.note(
                        write.caller(),
                        "provisional.closed",
                        subject(id, decision.certificate() == null ? "" : decision.certificate()),
                        decision.state().name());
                return Reply.changed(decision.version() + 1, found(id));
            };
        });
    }

    private ProvisionalDecision found(UUID id) {
        return decisions.find(id).orElseThrow();
    }

    /** The certificate where it is named, so that the audit of a certificate shows what was decided about it. */
    static String subject(UUID id, String certificate) {
        return certificate.isEmpty()
                ? id.toString()
                : CertificateName.read(certificate).subject();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
