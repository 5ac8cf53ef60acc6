package org.entente.model.origin.certificate;

import org.entente.model.member.MemberId;

/**
 * A country or customs territory by its ISO 3166-1 alpha-2 code.
 *
 * @param value two upper-case letters
 */
public record CountryCode(String value) implements Comparable<CountryCode> {
    /** Refuses another form with {@link IllegalArgumentException}. */
    public CountryCode {
        if (!MemberId.isValid(value)) {
            throw new IllegalArgumentException("not an ISO 3166-1 alpha-2 code");
        }
    }

    /**
     * The administration of this country on the network.
     *
     * @return the member of the same code
     */
    public MemberId member() {
        return new MemberId(value);
    }

    @Override
    public int compareTo(CountryCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
