package org.entente.client.show;

import java.util.Optional;

/**
 * What stands about one subject, as of one moment.
 *
 * @param state the state in its stored form, for the rules of its type to read; empty if no statement about it stands
 * @param completeUpTo how far that is the whole story
 * @param parked whether a statement about it was set aside because this software does not know its version: what stands
 *     may be different after an upgrade
 */
public record SubjectAnswer(Optional<byte[]> state, CompleteUpTo completeUpTo, boolean parked) {
    /**
     * Whether this is everything that was said about the subject, so that a verdict can rest on it.
     *
     * @return false if bytes are missing or a statement was set aside
     */
    public boolean isWhole() {
        return completeUpTo.isComplete() && !parked;
    }
}
