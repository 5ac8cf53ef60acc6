package org.entente.launcher.demo;

/** The story cannot go on: a node said something else than it should, or nothing in time. */
final class NotAsExpected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAsExpected(String words) {
        super(words);
    }
}
