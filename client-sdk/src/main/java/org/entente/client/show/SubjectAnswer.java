package org.entente.client.show;

import java.util.Optional;

/**
 * What stands about one subject, as of one moment.
 *
 * @param state the state in its stored form, for the rules of its type to read; empty if no statement about it stands
 * @param completeUpTo how far that is the whole story
 */
public record SubjectAnswer(Optional<byte[]> state, CompleteUpTo completeUpTo) {}
