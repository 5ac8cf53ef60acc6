package org.entente.launcher.consortium;

/** Why a consortium does not start on this machine, and what to do about it. */
public final class ConsortiumFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The stable codes. */
    public enum Code {
        /** Another process has the data folder open. */
        FOLDER_IN_USE,
        /** The data folder cannot be made, read or written. */
        FOLDER_UNUSABLE,
        /** The data folder holds something else, or belongs to other members. */
        FOLDER_FOREIGN,
        /** Too little room on the disk. */
        DISK_FULL,
        /** The database does not start. */
        DATABASE,
        /** The network does not start. */
        NETWORK,
        /** A port is taken by another program. */
        PORT_TAKEN,
        /** A member's API does not start, or ended. */
        API,
        /** A member's node does not start, or does not come up in time. */
        NODE
    }

    /** Which. */
    private final Code code;

    /** What a person can do. */
    private final String remedy;

    /**
     * A failure.
     *
     * @param code which
     * @param words what happened, for a person
     * @param remedy what that person can do
     */
    public ConsortiumFailure(Code code, String words, String remedy) {
        super(words);
        this.code = code;
        this.remedy = remedy;
    }

    /**
     * A failure with what led to it.
     *
     * @param code which
     * @param words what happened, for a person
     * @param remedy what that person can do
     * @param cause what led to it
     */
    public ConsortiumFailure(Code code, String words, String remedy, Throwable cause) {
        super(words, cause);
        this.code = code;
        this.remedy = remedy;
    }

    /**
     * Which failure.
     *
     * @return a stable code
     */
    public Code code() {
        return code;
    }

    /**
     * What to do.
     *
     * @return one or two sentences
     */
    public String remedy() {
        return remedy;
    }
}
