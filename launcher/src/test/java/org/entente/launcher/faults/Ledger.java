package org.entente.launcher.faults;

import java.nio.file.Path;
import java.util.List;

/** What the members' instances stand on, in processes of its own. */
interface Ledger extends AutoCloseable {
    /**
     * Founds a consortium in a folder, with the files of a database server that does not run any more, and starts the ledger.
     *
     * @param folder empty; afterwards with {@code postgres} and a folder for each member
     * @param logs takes the output of processes
     */
    void start(Path folder, Path logs);

    /** What of it can be killed. */
    List<Victim> victims();

    /** Files with its processes' output that do not stand in the folder of logs. */
    List<Path> output();

    /** Checks what must be true of the ledger itself once all processes run again. */
    void check(Cluster cluster);

    @Override
    void close();
}
