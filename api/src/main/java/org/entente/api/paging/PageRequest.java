package org.entente.api.paging;

import java.util.Optional;

/**
 * Which part of a list a caller wants. A handler takes one as an argument; it reads {@code limit} and {@code cursor}.
 *
 * @param limit the most items, 1 to {@link #MOST}
 * @param cursor where the page before ended, as its list wrote it; empty for the first page
 */
public record PageRequest(int limit, Optional<String> cursor) {
    /** The most items of a page. */
    public static final int MOST = 200;

    /** The items of a page whose caller names no limit. */
    public static final int USUAL = 50;
}
