package org.entente.conformance.observe;

import java.util.List;

/**
 * What a caller saw of one case.
 *
 * @param step where it ended: {@code evaluate}, {@code endorse}, {@code submit}, {@code commit}, {@code status},
 *     {@code events} or {@code deliver}
 * @param status a gRPC status code, a transaction validation code or a deliver status
 * @param message the status's text, without what differs from run to run; empty for none
 * @param details member and text of each {@code ErrorDetail}, in alphabetical order
 */
public record Observed(String step, String status, String message, List<String> details) {
    /** Sorts the details: peers answer in any order. */
    public Observed {
        details = details.stream().sorted().toList();
    }

    /**
     * A case without text.
     *
     * @param step where it ended
     * @param status how
     * @return what was seen
     */
    public static Observed of(String step, String status) {
        return new Observed(step, status, "", List.of());
    }
}
