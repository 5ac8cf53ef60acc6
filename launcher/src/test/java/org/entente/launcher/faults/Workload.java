package org.entente.launcher.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.entente.launcher.faults.Journal.Entry;

/**
 * Clients that never stop: Australia issues certificates and cancels some, China uses them, from several threads each,
 * some requests made twice at the same time.
 */
final class Workload implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int LARGEST_USE = 60;

    /** What is used up is refused without the ledger: more of that would be no load. */
    private static final int MOST_USES = 8;

    private static final long PAUSE_NANOS = 5_000_000;

    /** One request in so many is not waited for: the others keep the amount, and so the time of the checks, within bounds. */
    private static final int PATIENT = 20;

    private final Cluster cluster;
    private final Journal journal;
    private final String name;
    private final List<String> issued = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> uses = new ConcurrentHashMap<>();
    private final AtomicInteger certificates = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    Workload(Cluster cluster, Journal journal, String name, Random seeds) {
        this.cluster = cluster;
        this.journal = journal;
        this.name = name;
        for (int i = 0; i < THREADS; i++) {
            start(new Random(seeds.nextLong()), this::issue);
            start(new Random(seeds.nextLong()), this::use);
        }
    }

    private interface Step {
        void with(Client client, Random random);
    }

    private void start(Random random, Step step) {
        Client client = new Client(cluster, journal, random);
        threads.add(Thread.ofPlatform().daemon().start(() -> {
            try {
                while (!stopped) {
                    step.with(client, random);
                }
            } catch (AssertionError | RuntimeException e) {
                journal.violated("a client gave up: " + e);
            }
        }));
    }

    private void issue(Client client, Random random) {
        String number = name + "-" + certificates.incrementAndGet();
        Entry issue = say(client, random, Certificates.issue(number));
        issued.add(number);
        if (random.nextInt(PATIENT) > 0) {
            client.await(issue);
        }
        if (random.nextInt(5) == 0) {
            String other = issued.get(random.nextInt(issued.size()));
            client.await(say(client, random, Certificates.cancel(other)));
        }
    }

    private void use(Client client, Random random) {
        if (issued.isEmpty()) {
            LockSupport.parkNanos(PAUSE_NANOS);
            return;
        }
        // The newest ones, which are just being cancelled and used by others too.
        String number = issued.get(issued.size() - 1 - random.nextInt(Math.min(5, issued.size())));
        int item = uses.computeIfAbsent(number, key -> new AtomicInteger()).incrementAndGet();
        if (item > MOST_USES) {
            LockSupport.parkNanos(PAUSE_NANOS);
            return;
        }
        Entry use = say(client, random, Certificates.use(number, item, 1 + random.nextInt(LARGEST_USE)));
        if (random.nextInt(PATIENT) > 0) {
            client.await(use);
        }
    }

    private Entry say(Client client, Random random, Request request) {
        if (random.nextInt(8) > 0) {
            return client.say(request);
        }
        Client other = new Client(cluster, journal, new Random(random.nextLong()));
        Thread second = Thread.ofPlatform().daemon().start(() -> other.say(request));
        Entry entry = client.say(request);
        try {
            second.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return entry;
    }

    /** Lets every client finish what it is doing. */
    @Override
    public void close() {
        stopped = true;
        for (Thread thread : threads) {
            try {
                thread.join(400_000);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
