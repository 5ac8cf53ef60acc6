package org.entente.launcher.network;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code entente network helm-values}. */
@Command(
        name = "helm-values",
        mixinStandardHelpOptions = true,
        description =
                "Makes keys and settings for members in clusters of their own, and the values of their Helm charts.")
final class NetworkHelmValues implements Callable<Integer> {
    @Mixin
    private final NetworkOptions options = new NetworkOptions();

    @Mixin
    private final MembersOption members = new MembersOption();

    @Override
    public Integer call() throws Exception {
        return options.run(() -> {
            NetworkPlace place = options.place();
            place.cluster(members.file());
            options.say("Values for each member's chart stand in "
                    + place.layout().helm() + ". They were checked, not run.");
            options.say("docs/guides/deployment.md says which secrets a chart takes, and how to install it.");
            return 0;
        });
    }
}
