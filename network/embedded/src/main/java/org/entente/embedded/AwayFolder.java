package org.entente.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.entente.model.member.MemberId;

/**
 * Whose peers are away, as whoever tries an absence says it to a network in another process: a file {@code away/AU} in the
 * network's folder takes AU's peer away, and it comes back when the file is gone.
 */
final class AwayFolder {
    /** Its name in the network's folder. */
    static final String NAME = "away";

    private final Path folder;
    private final EmbeddedNetwork network;
    private final Set<MemberId> away = new HashSet<>();

    AwayFolder(Path networkFolder, EmbeddedNetwork network) {
        this.folder = networkFolder.resolve(NAME);
        this.network = network;
    }

    /** Takes away and brings back what changed since the last look. */
    void look() {
        for (MemberId member : network.members()) {
            boolean wanted = Files.exists(folder.resolve(member.value()));
            if (wanted && away.add(member)) {
                network.stopPeer(member);
            } else if (!wanted && away.remove(member)) {
                network.startPeer(member);
            }
        }
    }
}
