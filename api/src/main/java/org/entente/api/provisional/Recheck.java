package org.entente.api.provisional;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
class Recheck implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recheck.class);
    private static final int AT_ONCE = 8;

    /** Longer than any check: a file leads to at most four credentials and four codes; each may wait for a link and two lists. */
    private static final Duration HELD = Duration.ofMinutes(5);

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(30);

    private final RecheckQueue queue;
    private final Rechecking rechecking;
    private final MemberNode node;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final InstantSource clock;
    private final Duration kept;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private volatile boolean closing;

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

    /** Never waits for a partner itself: what else is scheduled goes on. */
    @Scheduled(fixedDelay = 1_000)
    void look() {
        int free = closing ? 0 : places.drainPermits();
        try {
            if (free > 0) {
                long nextBlock = node.shown().followed().nextBlock();
                for (RecheckQueue.Taken taken : queue.take(clock.instant(), HELD, nextBlock, free)) {
                    free--;
                    Thread.startVirtualThread(() -> hold(taken));
                }
            }
        } finally {
            places.release(free);
        }
    }

    private void hold(RecheckQueue.Taken taken) {
        try {
            try {
                check(taken);
            } finally {
                queue.release(taken);
            }
        } catch (RuntimeException e) {
            // It is tried again when its time comes, or its hold has ended.
            LOG.warn("a provisional decision could not be checked again: {} {}", taken.id(), e.getClass());
        } finally {
            places.release();
        }
    }

    /** What is checked stands outside of any transaction: a check may wait for a partner. */
    private void check(RecheckQueue.Taken taken) {
        Rechecking.Again again = rechecking.check(taken.content(), taken.presentedAt());
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

    /** Waits for what is being checked, which still needs node and database. */
    @Override
    public void close() {
        closing = true;
        try {
            if (places.tryAcquire(AT_ONCE, LONGEST_CLOSE.toSeconds(), TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.warn("provisional decisions are still being checked; another instance takes them later");
    }

    /** Every instance does it; what another has forgotten is no work. */
    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void forget() {
        queue.forget(clock.instant().minus(kept));
    }
}
