package org.entente.client.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.entente.client.running.Bell;
import org.entente.client.running.Loop;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Tells this instance at once, and the member's other instances soon, that something is there to be looked at. A signal
 * says nothing about what: whoever hears it looks into the database. One may be lost, so listeners also look now and then
 * by themselves. Notifications are gathered, since PostgreSQL lets only one notifying transaction commit at a time.
 */
public final class Signals implements AutoCloseable {
    private static final int LISTEN_MILLIS = 500;
    private static final Duration GATHER = Duration.ofMillis(5);
    private static final Duration NOTHING_TO_SEND = Duration.ofMinutes(1);

    private final Database database;
    private final String channel;
    private final String self;
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final Set<String> unsent = new HashSet<>();
    private final Loop sender;
    private final Loop receiver;

    /**
     * Starts listening.
     *
     * @param database the member's database
     * @param channel lower-case letters and underscores, the same for all instances of the member
     * @param random names this instance
     */
    public Signals(Database database, String channel, RandomGenerator random) {
        this.database = database;
        this.channel = channel;
        this.self = Long.toHexString(random.nextLong());
        this.sender = new Loop(channel + " send", this::send, random);
        this.receiver = new Loop(channel + " hear", this::receive, random);
    }

    /**
     * Calls a listener whenever a topic is raised, here or in another instance.
     *
     * @param topic a short word
     * @param listener quick; it only wakes somebody. It is given what the topic was raised about
     * @return closes the subscription
     */
    public Subscription on(String topic, Consumer<String> listener) {
        List<Consumer<String>> list = listeners.computeIfAbsent(topic, key -> new CopyOnWriteArrayList<>());
        list.add(listener);
        return () -> list.remove(listener);
    }

    /** Ends a subscription. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Raises a topic, after the transaction that it is about has committed.
     *
     * @param topic a short word
     */
    public void raise(String topic) {
        raise(topic, "");
    }

    /**
     * Raises a topic about something, after the transaction that it is about has committed.
     *
     * @param topic a short word
     * @param about another short word
     */
    public void raise(String topic, String about) {
        hear(topic, about);
        boolean first;
        synchronized (unsent) {
            first = unsent.isEmpty();
            unsent.add(topic + " " + about);
        }
        if (first) {
            sender.wake();
        }
    }

    private void hear(String topic, String about) {
        listeners.getOrDefault(topic, List.of()).forEach(listener -> listener.accept(about));
    }

    private Duration send() throws InterruptedException {
        List<String> topics = takeUnsent();
        if (topics.isEmpty()) {
            return NOTHING_TO_SEND;
        }
        database.transaction(connection -> {
            try (PreparedStatement notify =
                    connection.prepareStatement("select pg_notify(?, topic) from unnest(?) as topic")) {
                notify.setString(1, channel);
                notify.setArray(2, SqlArrays.texts(connection, topics));
                return notify.execute();
            }
        });
        Bell.pause(GATHER);
        return Duration.ZERO;
    }

    private List<String> takeUnsent() {
        synchronized (unsent) {
            List<String> topics = new ArrayList<>();
            unsent.forEach(topic -> topics.add(self + " " + topic));
            unsent.clear();
            return topics;
        }
    }

    private Duration receive() throws SQLException, InterruptedException {
        try (Connection connection = database.dedicated();
                Statement listen = connection.createStatement()) {
            connection.setAutoCommit(true);
            listen.execute("listen \"" + channel + "\"");
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (!Thread.currentThread().isInterrupted()) {
                PGNotification[] heard = postgres.getNotifications(LISTEN_MILLIS);
                for (PGNotification each : heard == null ? new PGNotification[0] : heard) {
                    String[] words = each.getParameter().split(" ", 3);
                    if (words.length == 3 && !words[0].equals(self)) {
                        hear(words[1], words[2]);
                    }
                }
            }
            return Duration.ZERO;
        }
    }

    @Override
    public void close() {
        sender.close();
        receiver.close();
    }
}
