package org.entente.api.event;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * Where one listener is. The database is asked only once there is something that it has not been asked about yet, however
 * little of that concerns this listener.
 */
final class EventCursor {
    private static final int MOST = 100;

    /** Reads what concerns the listener. */
    @FunctionalInterface
    interface Look {
        /** Events beyond a position, in rising order. */
        List<Event> after(long position, int most);
    }

    private final LongSupplier newest;
    private final Look look;
    private long position;

    EventCursor(long after, LongSupplier newest, Look look) {
        this.position = after;
        this.newest = newest;
        this.look = look;
    }

    /** What comes next; nothing most often. */
    List<Event> next() {
        long known = newest.getAsLong();
        if (known <= position) {
            return List.of();
        }
        List<Event> found = look.after(position, MOST);
        long last = found.isEmpty() ? position : found.getLast().position();
        // A part that is not full holds everything up to what was known before it was read.
        position = found.size() < MOST ? Math.max(known, last) : last;
        return found;
    }

    /** Up to here everything was given. */
    long position() {
        return position;
    }
}
