package org.entente.client.show;

import java.util.List;
import java.util.OptionalLong;

/**
 * A part of a list.
 *
 * @param items in order
 * @param next what to ask with for the next page; empty if this is the last
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, OptionalLong next) {
    /** The most items that a page has. */
    public static final int MOST = 500;

    /** Where a list starts. */
    public static final long START = 0;

    /** Keeps an unmodifiable copy. */
    public Page {
        items = List.copyOf(items);
    }
}
