package org.entente.launcher.network;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands that make a network share: from which members file. */
final class MembersOption {
    @Option(
            names = "--members",
            paramLabel = "FILE",
            description = "From which a new network is made; network/fabric/members.yaml unless given.")
    private @Nullable Path members;

    Path file() {
        return NetworkPlace.members(members);
    }
}
