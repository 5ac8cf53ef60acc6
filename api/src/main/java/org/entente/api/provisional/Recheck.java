package org.entente.api.provisional;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.entente.api.audit.Audit;
import org.entente.api.provisional.ProvisionalDecision.State;
import org.entente.api.settings.InstanceSettings;
import org.entente.api.verification.Rechecking;
import org.entente.client.MemberNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks again what was decided provisionally, until the check ends in valid or invalid. */
@Component
class Recheck {
    private static final Logger LOG = LoggerFactory.getLogger(Recheck.class);
    private static final int MOST = 20;

    private final RecheckQueue queue;
    private final Rechecking rechecking;
    private final MemberNode node;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final InstantSource clock;
    private final Duration kept;

    Recheck(
            RecheckQueue queue,
            Rechecking rechecking,
            MemberNode node,
            TransactionTemplate transaction,
            Audit audit,
            InstantSource clock,
            InstanceSettings settings) {
        this.queue = queue;
        this.rechecking = rechecking;
        this.node = node;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
        this.kept = Duration.ofDays(settings.verification().keepDays());
    }

    /** What is checked stands outside of any transaction: a check may wait for a partner. */
    @Scheduled(fixedDelay = 1_000)
    void look() {
        List<RecheckQueue.Taken> taken =
                queue.take(clock.instant(), node.shown().followed().nextBlock(), MOST);
        for (RecheckQueue.Taken each : taken) {
            try {
                check(each);
            } catch (RuntimeException e) {
                // The others shall not wait for this one, which is tried again when its time comes.
                LOG.warn("a provisional decision could not be checked again: {} {}", each.id(), e.getClass());
            }
        }
    }

    private void check(RecheckQueue.Taken taken) {
        Rechecking.Again again = rechecking.check(taken.content());
        State state = State.of(taken.decision(), again.outcome());
        if (state == State.OPEN) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (queue.settle(taken.id(), state, again.reasons(), clock.instant())) {
                audit.noteByItself(
                        "provisional.settled",
                        ProvisionalDesk.subject(taken.id(), taken.certificate()),
                        state + " " + again.outcome());
            }
        });
    }

    /** Every instance does it; what another has forgotten is no work. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void forget() {
        queue.forget(clock.instant().minus(kept));
    }
}
