package org.entente.model.member;

/**
 * The stream of one author's statements to one audience; also the name of its private data collection.
 *
 * @param author who speaks
 * @param audience who is addressed
 */
public record StreamId(MemberId author, MemberId audience) implements Comparable<StreamId> {
    /** Refuses a stream to oneself with {@link IllegalArgumentException}. */
    public StreamId {
        if (author.equals(audience)) {
            throw new IllegalArgumentException("a stream has two members: " + author);
        }
    }

    /**
     * Reads a collection name.
     *
     * @param collection for example {@code AU-CN}
     * @return the stream
     * @throws IllegalArgumentException if the text is no collection of a stream
     */
    public static StreamId ofCollection(String collection) {
        if (collection.length() != 5 || collection.charAt(2) != '-') {
            throw new IllegalArgumentException("not the collection of a stream: " + collection);
        }
        return new StreamId(new MemberId(collection.substring(0, 2)), new MemberId(collection.substring(3)));
    }

    /**
     * The private data collection that holds the stream.
     *
     * @return for example {@code AU-CN}
     */
    public String collection() {
        return author.value() + "-" + audience.value();
    }

    /**
     * The stream of the answers.
     *
     * @return the same two members the other way round
     */
    public StreamId reversed() {
        return new StreamId(audience, author);
    }

    /**
     * The two members without direction.
     *
     * @return the pair whose two streams are folded together
     */
    public Pair pair() {
        return Pair.of(author, audience);
    }

    @Override
    public int compareTo(StreamId other) {
        return collection().compareTo(other.collection());
    }

    @Override
    public String toString() {
        return collection();
    }
}
