package org.entente.certs.file;

/** Why a file or folder with keys or certificates could not be used. The names are stable codes. */
public enum FileFault {
    /** There is no such file. */
    MISSING,
    /** There is one already, and it is not overwritten. */
    EXISTS,
    /** It cannot be read as what it should be: truncated, altered, or something else. */
    DAMAGED,
    /** The password does not open it. An altered file that is still well formed looks the same. */
    WRONG_PASSWORD,
    /** The operating system refused to read or write. */
    INACCESSIBLE
}
