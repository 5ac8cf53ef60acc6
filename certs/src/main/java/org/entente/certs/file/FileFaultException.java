package org.entente.certs.file;

import java.nio.file.Path;

/** A file or folder with keys or certificates could not be read or written; nothing was half done. */
public final class FileFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final FileFault fault;

    /**
     * A fault without a cause worth showing.
     *
     * @param fault the stable code
     * @param file the file or folder
     * @param words what is wrong and what to do, for an operator; never a secret
     */
    public FileFaultException(FileFault fault, Path file, String words) {
        super(fault + ": " + file + ": " + words);
        this.fault = fault;
    }

    /**
     * A fault with the exception that showed it.
     *
     * @param fault the stable code
     * @param file the file or folder
     * @param words what is wrong and what to do, for an operator; never a secret
     * @param cause what was thrown
     */
    public FileFaultException(FileFault fault, Path file, String words, Throwable cause) {
        this(fault, file, words);
        initCause(cause);
    }

    /**
     * The stable code.
     *
     * @return why
     */
    public FileFault fault() {
        return fault;
    }
}
