package org.entente.launcher;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the launcher's jar. */
final class ReleaseVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("unreleased");
        return new String[] {"entente " + version, "Java " + Runtime.version()};
    }
}
