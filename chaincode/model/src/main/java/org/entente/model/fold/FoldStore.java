package org.entente.model.fold;

import java.time.Instant;
import java.util.Optional;
import org.entente.model.ledger.Digest;
import org.entente.model.member.Pair;
import org.entente.model.member.StreamId;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StreamHead;

/**
 * What the fold remembers between two writes. A store keeps everything of one write in one transaction, or nothing. The
 * fold asks and tells in ledger order; a store may read ahead and write behind inside that transaction.
 */
public interface FoldStore {
    /**
     * Where a reader stands in a stream.
     *
     * @param head the last statement of the last batch that moved the head
     * @param lastTimestamp the timestamp of that batch's transaction
     */
    record StreamState(StreamHead head, Instant lastTimestamp) {
        /** A stream of which nothing was read. */
        public static final StreamState START = new StreamState(StreamHead.START, Instant.EPOCH);
    }

    /**
     * The state of a stream.
     *
     * @param stream a stream
     * @return its state, {@link StreamState#START} if nothing was read
     */
    StreamState stream(StreamId stream);

    /**
     * Replaces the state of a stream.
     *
     * @param stream a stream
     * @param state its new state
     */
    void putStream(StreamId stream, StreamState state);

    /**
     * What was first said under an id in a stream.
     *
     * @param stream a stream
     * @param id a statement id
     * @return digest of the content (see {@code StatementDraft.contentDigest}), if the id was used
     */
    Optional<Digest> contentOf(StreamId stream, StatementId id);

    /**
     * Remembers an id that is used for the first time.
     *
     * @param stream a stream
     * @param id a statement id
     * @param content digest of the content
     */
    void putContent(StreamId stream, StatementId id, Digest content);

    /**
     * The state of a subject between two members.
     *
     * @param pair the two members
     * @param subject the subject
     * @return the state in its stored form, if a statement about it stands
     */
    Optional<byte[]> subject(Pair pair, String subject);

    /**
     * Replaces the state of a subject.
     *
     * @param pair the two members
     * @param subject the subject
     * @param state the state in its stored form
     */
    void putSubject(Pair pair, String subject, byte[] state);
}
