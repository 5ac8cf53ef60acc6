package org.entente.model.fold;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.model.ledger.Digest;
import org.entente.model.member.Pair;
import org.entente.model.member.StreamId;
import org.entente.model.statement.StatementId;

/** A fold store in memory: for checking evidence offline, for comparing two folds and for tests. Not thread-safe. */
public final class MemoryFoldStore implements FoldStore {
    private record ContentKey(StreamId stream, StatementId id) {}

    private record SubjectKey(Pair pair, String subject) {}

    private final Map<StreamId, StreamState> streams = new HashMap<>();
    private final Map<ContentKey, Digest> contents = new HashMap<>();
    private final Map<SubjectKey, byte[]> subjects = new HashMap<>();

    /** An empty store. */
    public MemoryFoldStore() {}

    @Override
    public StreamState stream(StreamId stream) {
        return streams.getOrDefault(stream, StreamState.START);
    }

    @Override
    public void putStream(StreamId stream, StreamState state) {
        streams.put(stream, state);
    }

    @Override
    public Optional<Digest> contentOf(StreamId stream, StatementId id) {
        return Optional.ofNullable(contents.get(new ContentKey(stream, id)));
    }

    @Override
    public void putContent(StreamId stream, StatementId id, Digest content) {
        contents.put(new ContentKey(stream, id), content);
    }

    @Override
    public Optional<byte[]> subject(Pair pair, String subject) {
        return Optional.ofNullable(subjects.get(new SubjectKey(pair, subject)));
    }

    @Override
    public void putSubject(Pair pair, String subject, byte[] state) {
        subjects.put(new SubjectKey(pair, subject), state);
    }
}
