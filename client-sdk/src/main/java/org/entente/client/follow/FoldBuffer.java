package org.entente.client.follow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.model.fold.FoldStore;
import org.entente.model.ledger.Digest;
import org.entente.model.member.Pair;
import org.entente.model.member.StreamId;
import org.entente.model.statement.StatementId;

/**
 * What the fold remembers during one database transaction: read ahead before it, written behind after it. The changes of
 * one batch are kept or dropped together, so that a batch on which the fold fails leaves no trace. Not thread-safe.
 */
final class FoldBuffer implements FoldStore {
    record ContentKey(StreamId stream, StatementId id) {}

    record SubjectKey(Pair pair, String subject) {}

    private final Map<StreamId, StreamState> streams = new HashMap<>();
    private final Map<ContentKey, Digest> contents = new HashMap<>();
    private final Map<SubjectKey, byte[]> subjects = new HashMap<>();

    private final Map<StreamId, StreamState> changedStreams = new HashMap<>();
    private final Map<SubjectKey, byte[]> changedSubjects = new HashMap<>();

    private final Map<StreamId, StreamState> newStreams = new HashMap<>();
    private final Map<ContentKey, Digest> newContents = new HashMap<>();
    private final Map<SubjectKey, byte[]> newSubjects = new HashMap<>();

    void loadStream(StreamId stream, StreamState state) {
        streams.put(stream, state);
    }

    void loadContent(StreamId stream, StatementId id, Digest content) {
        contents.put(new ContentKey(stream, id), content);
    }

    void loadSubject(Pair pair, String subject, byte[] state) {
        subjects.put(new SubjectKey(pair, subject), state);
    }

    /** Keeps what the last batch changed. */
    void keep() {
        streams.putAll(newStreams);
        contents.putAll(newContents);
        subjects.putAll(newSubjects);
        changedStreams.putAll(newStreams);
        changedSubjects.putAll(newSubjects);
        drop();
    }

    /** Forgets what the last batch changed. */
    void drop() {
        newStreams.clear();
        newContents.clear();
        newSubjects.clear();
    }

    /** The content that the last batch said first under an id, if it did. */
    Optional<Digest> newContent(StreamId stream, StatementId id) {
        return Optional.ofNullable(newContents.get(new ContentKey(stream, id)));
    }

    Map<StreamId, StreamState> changedStreams() {
        return changedStreams;
    }

    Map<SubjectKey, byte[]> changedSubjects() {
        return changedSubjects;
    }

    @Override
    public StreamState stream(StreamId stream) {
        return newStreams.getOrDefault(stream, streams.getOrDefault(stream, StreamState.START));
    }

    @Override
    public void putStream(StreamId stream, StreamState state) {
        newStreams.put(stream, state);
    }

    @Override
    public Optional<Digest> contentOf(StreamId stream, StatementId id) {
        ContentKey key = new ContentKey(stream, id);
        return Optional.ofNullable(newContents.get(key)).or(() -> Optional.ofNullable(contents.get(key)));
    }

    @Override
    public void putContent(StreamId stream, StatementId id, Digest content) {
        newContents.put(new ContentKey(stream, id), content);
    }

    @Override
    public Optional<byte[]> subject(Pair pair, String subject) {
        SubjectKey key = new SubjectKey(pair, subject);
        return Optional.ofNullable(newSubjects.get(key)).or(() -> Optional.ofNullable(subjects.get(key)));
    }

    @Override
    public void putSubject(Pair pair, String subject, byte[] state) {
        newSubjects.put(new SubjectKey(pair, subject), state);
    }
}
