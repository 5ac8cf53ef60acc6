package org.entente.contract.service;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether the threads in which the shim runs calls make progress. When a peer disconnects in the middle of calls, shim 2.5.10
 * leaves their threads waiting for ever, and with the last of them the service answers nobody: only a new process helps.
 *
 * <p>A thread is stuck if it has a call, and neither used the processor nor began to wait anew since it was first seen so.
 * Looking is all that it takes, so whoever asks must ask again and again. Safe for use by many threads.
 */
public final class HandlerThreads {
    /** The shim's own name for them. */
    static final String NAME = "fabric-txinvoke";

    private static final String IDLE = "getTask";
    private static final int FRAMES = 12;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Duration patience;
    private final LongSupplier nanos;
    private Map<Long, Seen> seen = Map.of();

    /** What a thread had done, and when that was first seen. */
    private record Seen(long waits, long blocks, long cpu, long at) {
        boolean isSame(Seen other) {
            return waits == other.waits && blocks == other.blocks && cpu == other.cpu;
        }
    }

    /**
     * Looks at this process's threads.
     *
     * @param patience how long a call may stand still; longer than a peer waits for an answer (its {@code executetimeout})
     */
    public HandlerThreads(Duration patience) {
        this(patience, System::nanoTime);
    }

    HandlerThreads(Duration patience, LongSupplier nanos) {
        this.patience = patience;
        this.nanos = nanos;
    }

    /**
     * Looks.
     *
     * @return the names of the threads that are stuck; none for a healthy service, whether it is busy or idle
     */
    public synchronized List<String> stuck() {
        long now = nanos.getAsLong();
        Map<Long, Seen> current = new HashMap<>();
        List<ThreadInfo> working = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds(), FRAMES))
                .filter(HandlerThreads::hasCall)
                .toList();
        for (ThreadInfo thread : working) {
            long id = thread.getThreadId();
            Seen state = new Seen(thread.getWaitedCount(), thread.getBlockedCount(), threads.getThreadCpuTime(id), now);
            Seen before = seen.get(id);
            current.put(id, before != null && before.isSame(state) ? before : state);
        }
        seen = current;
        return working.stream()
                .filter(thread -> isStuck(current.get(thread.getThreadId()), now))
                .map(ThreadInfo::getThreadName)
                .toList();
    }

    private boolean isStuck(@Nullable Seen state, long now) {
        return state != null && now - state.at() >= patience.toNanos();
    }

    /** Between calls a thread waits in its pool for the next one, as long as it likes. */
    private static boolean hasCall(@Nullable ThreadInfo thread) {
        return thread != null
                && thread.getThreadName().startsWith(NAME)
                && Arrays.stream(thread.getStackTrace())
                        .noneMatch(frame -> frame.getMethodName().equals(IDLE));
    }
}
