package org.entente.launcher.faults;

/** Something that {@code kill -9} ends, and that runs again afterwards. */
interface Victim {
    /** What it is one of, such as {@code peer}: each kind is killed equally often. */
    String kind();

    /** Kills it, and waits until it is gone; false if it did not run, since something else of this plan had killed it. */
    boolean kill();

    /** Starts it again, or waits until whoever watches over it has. */
    void back();
}
