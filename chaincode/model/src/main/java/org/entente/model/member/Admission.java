package org.entente.model.member;

import java.util.regex.Pattern;

/**
 * The public record {@code member/X}, which only the majority of the members writes.
 *
 * @param member who it is about
 * @param name the administration's name in English, 1 to 200 characters
 * @param did the member's decentralised identifier (W3C DID Core), for example {@code did:web:customs.example.au}
 * @param admitted false once the member was expelled; its statements no longer count from that position
 */
public record Admission(MemberId member, String name, String did, boolean admitted) {
    /** The longest name in UTF-16 units. */
    public static final int MAX_NAME_LENGTH = 200;

    private static final Pattern DID = Pattern.compile("did:[a-z0-9]{1,32}:[A-Za-z0-9._:%-]{1,200}");

    /** Refuses a blank or over-long name and a malformed DID with {@link IllegalArgumentException}. */
    public Admission {
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("a name has 1 to " + MAX_NAME_LENGTH + " characters");
        }
        checkDid(did);
    }

    /**
     * The same member without admission.
     *
     * @return the record of an expelled member
     */
    public Admission expelled() {
        return new Admission(member, name, did, false);
    }

    /**
     * Refuses what is no DID (W3C DID Core, 3.1) of at most 240 characters.
     *
     * @param text any text
     * @return the same text
     * @throws IllegalArgumentException if it is none
     */
    public static String checkDid(String text) {
        if (!DID.matcher(text).matches()) {
            throw new IllegalArgumentException("not a DID");
        }
        return text;
    }
}
