package org.entente.api.event;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The streams that are open at this instance: so many for an account, so many in all, and none once it is ending. */
@Component
class OpenStreams implements SmartLifecycle {
    private static final int OF_ONE = 5;
    private static final int IN_ALL = 500;

    private final Map<String, Integer> accounts = new ConcurrentHashMap<>();
    private final AtomicInteger all = new AtomicInteger();
    private volatile boolean running;

    /** Takes a place, to be given back; refuses where there is none. */
    void take(String account) {
        int own = accounts.merge(account, 1, Integer::sum);
        if (all.incrementAndGet() > IN_ALL || own > OF_ONE) {
            giveBack(account);
            throw Refusal.of(ApiCode.REQUEST_RATE_LIMITED, "at most " + OF_ONE + " streams of one account are open");
        }
    }

    void giveBack(String account) {
        all.decrementAndGet();
        accounts.computeIfPresent(account, (name, open) -> open > 1 ? open - 1 : null);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for requests to end. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
