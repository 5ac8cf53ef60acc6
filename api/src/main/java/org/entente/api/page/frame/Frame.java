package org.entente.api.page.frame;

import java.util.List;

/**
 * What stands around a page.
 *
 * @param member ISO 3166-1 alpha-2 code of the member whose pages these are
 * @param memberName its country in the reader's language
 * @param user the account, empty if nobody is signed in
 * @param path of this page, for the way back
 * @param scripts whether the browser's part was built into this instance
 * @param places the navigation
 * @param otherLanguages those that the reader may switch to
 */
public record Frame(
        String member,
        String memberName,
        String user,
        String path,
        boolean scripts,
        List<Place> places,
        List<Language> otherLanguages) {
    /** Keeps unmodifiable copies. */
    public Frame {
        places = List.copyOf(places);
        otherLanguages = List.copyOf(otherLanguages);
    }

    /**
     * A language of the pages.
     *
     * @param tag BCP 47
     * @param name in the language itself
     */
    public record Language(String tag, String name) {}

    /**
     * Whether somebody is signed in.
     *
     * @return false for the public
     */
    public boolean isSignedIn() {
        return !user.isEmpty();
    }
}
