package org.entente.launcher.network;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code entente network compose}. */
@Command(
        name = "compose",
        mixinStandardHelpOptions = true,
        description = "Makes keys, settings and a compose file for a network of containers; starts nothing.")
final class NetworkCompose implements Callable<Integer> {
    @Mixin
    private final NetworkOptions options = new NetworkOptions();

    @Mixin
    private final MembersOption members = new MembersOption();

    @Override
    public Integer call() throws Exception {
        return options.run(() -> {
            NetworkPlace place = options.place();
            String user = place.contain(members.file());
            Path file = place.layout().compose();
            options.say(file + " and what it needs are written. It was checked, not run. To run it:");
            if (user.equals(ContainerFiles.NOBODY)) {
                options.say("  chown -R " + user + " " + place.layout().folder());
            }
            options.say("  docker compose -f " + file + " up --build --detach --wait");
            options.say("  ./entente network deploy --data " + place.layout().folder());
            options.say("docs/guides/deployment.md explains each step, and adds the members' APIs.");
            return 0;
        });
    }
}
