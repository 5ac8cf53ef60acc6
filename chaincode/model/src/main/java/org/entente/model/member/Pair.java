package org.entente.model.member;

/**
 * Two members that state things to each other. State is folded over both of their streams.
 *
 * @param first the member whose code sorts first
 * @param second the other member
 */
public record Pair(MemberId first, MemberId second) {
    /** Refuses a wrong order or equal members with {@link IllegalArgumentException}; see {@link #of}. */
    public Pair {
        if (first.compareTo(second) >= 0) {
            throw new IllegalArgumentException("a pair is two members in alphabetical order");
        }
    }

    /**
     * The pair of two members in either order.
     *
     * @param one a member
     * @param other another member
     * @return the pair
     * @throws IllegalArgumentException if they are equal
     */
    public static Pair of(MemberId one, MemberId other) {
        return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
    }

    /**
     * Whether a member belongs to the pair.
     *
     * @param member a member
     * @return true if it is one of the two
     */
    public boolean contains(MemberId member) {
        return first.equals(member) || second.equals(member);
    }

    @Override
    public String toString() {
        return first + "+" + second;
    }
}
