package org.entente.launcher.evidence;

import org.entente.model.finding.FindingCode;

/** What can be wrong with a file before its content is looked at. */
enum FileCode implements FindingCode {
    /** Not there, no leave to read it, longer than any such file. */
    FILE_UNREADABLE("The file cannot be read"),
    /** A root certificate in a trust file that is none. */
    FILE_ROOT_UNREADABLE("A root certificate of the trust file cannot be used");

    private final String title;

    FileCode(String title) {
        this.title = title;
    }

    @Override
    public String title() {
        return title;
    }
}
