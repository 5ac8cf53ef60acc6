package org.entente.launcher.service;

/** Hears what happens to the processes, for people. Called by several threads. */
public interface Watcher {
    /**
     * Something has begun or is done.
     *
     * @param words one line
     */
    void progress(String words);

    /**
     * Something broke, or is mended again.
     *
     * @param words a sentence or two
     */
    void alarm(String words);

    /**
     * Nothing works without what has just ended.
     *
     * @param words a sentence or two
     */
    void broken(String words);
}
