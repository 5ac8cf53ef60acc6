package org.entente.launcher.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which administrations are started, and how.
 *
 * @param folder keeps everything; made if absent
 * @param temporary whether the folder is of this run only
 * @param port the first port, 0 for any; empty for the folder's or the usual ones
 * @param restarts whether an API that dies is started again
 * @param options for the JVM of each API
 * @param fabric the members file of a real Fabric network, for a folder that has none yet; empty for the embedded ledger
 */
public record DemoPlan(
        Path folder,
        boolean temporary,
        OptionalInt port,
        boolean restarts,
        List<String> options,
        Optional<Path> fabric) {
    /** On the embedded ledger; the names are those of the whole. */
    public DemoPlan(Path folder, boolean temporary, OptionalInt port, boolean restarts, List<String> options) {
        this(folder, temporary, port, restarts, options, Optional.empty());
    }
}
