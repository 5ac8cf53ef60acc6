package org.entente.launcher.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.entente.launcher.consortium.ConsortiumFailure;
import org.entente.launcher.consortium.ConsortiumFailure.Code;
import org.entente.launcher.consortium.NetworkView;
import org.entente.launcher.process.Guard;
import org.entente.model.member.MemberId;

/** What the administrations of a demo state things on. */
public interface Ledger {
    /**
     * The ledger of a folder, which stays what it was at the first start: what was stated is there.
     *
     * @param root the folder
     * @param embedded where in it an embedded ledger stands
     * @param fabric the members file of a real Fabric network; empty for the embedded ledger
     * @return not started yet
     * @throws ConsortiumFailure if the folder has the other kind, or Fabric's programs are not there
     */
    static Ledger of(Path root, Path embedded, Optional<Path> fabric) {
        Path real = root.resolve("fabric");
        Path other = fabric.isPresent() ? embedded : real;
        if (Files.exists(other)) {
            throw new ConsortiumFailure(
                    Code.FOLDER_FOREIGN,
                    root + " was begun on " + (other.equals(real) ? "a Fabric network" : "the embedded ledger"),
                    "Go on there as it was begun, or name another folder.");
        }
        return fabric.<Ledger>map(members -> FabricLedger.in(real, members))
                .orElseGet(
                        () -> new EmbeddedLedger(embedded, root.resolve("logs").resolve("ledger.log")));
    }

    /**
     * What it is, for a label.
     *
     * @return a few words
     */
    String label();

    /**
     * What it proves, and what it does not: stands after the label, wherever that is shown.
     *
     * @return a sentence or two, the first without a capital
     */
    String limits();

    /**
     * What stands around it, once it is started.
     *
     * @return a view of it
     */
    NetworkView view();

    /**
     * The settings with which a member's API reaches its peer.
     *
     * @param member a member
     * @return a file that its settings import; empty if they name the peer themselves
     */
    Optional<Path> connection(MemberId member);

    /**
     * Starts it.
     *
     * @param guard ends it if this process is killed
     * @param watcher hears how it goes, and of what ends by itself
     */
    void start(Guard guard, Watcher watcher);

    /** Stops it, whether or not it was started whole. */
    void stop();
}
