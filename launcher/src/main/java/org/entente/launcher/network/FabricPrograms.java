package org.entente.launcher.network;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.launcher.process.Tool;
import org.jspecify.annotations.Nullable;

/** Fabric's own programs, found on the PATH. */
final class FabricPrograms {
    /** Earlier ones lose a peer to a slow range query and deadlock under SmartBFT (release notes of 3.1.1 and 3.1.5). */
    private static final List<Integer> OLDEST = List.of(3, 1, 5);

    private static final List<String> NEEDED = List.of("peer", "orderer", "configtxgen", "osnadmin");
    private static final Pattern VERSION = Pattern.compile("Version: v?(\\d+)\\.(\\d+)\\.(\\d+)");
    private static final Duration QUICK = Duration.ofSeconds(10);

    private final Map<String, Path> programs;
    private final String version;

    private FabricPrograms(Map<String, Path> programs, String version) {
        this.programs = programs;
        this.version = version;
    }

    /**
     * Finds them when they are first asked for: what ends or shows a network does not need them.
     *
     * @param path as the environment has it
     * @return finds them once
     */
    static Supplier<FabricPrograms> onDemand(String path) {
        AtomicReference<@Nullable FabricPrograms> found = new AtomicReference<>();
        return () -> {
            FabricPrograms known = found.get();
            if (known == null) {
                known = find(path);
                found.set(known);
            }
            return known;
        };
    }

    /**
     * Finds them.
     *
     * @param path as the environment has it
     * @return all of them
     * @throws NetworkFailure if one is missing or too old
     */
    static FabricPrograms find(String path) {
        List<String> missing =
                NEEDED.stream().filter(name -> on(path, name).isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new NetworkFailure(
                    "not on the PATH: " + String.join(", ", missing),
                    "Install Hyperledger Fabric " + text(OLDEST) + " or later (its documentation, \"Install Fabric and"
                            + " Fabric Samples\") and put its folder bin on the PATH.");
        }
        Map<String, Path> found = NEEDED.stream()
                .collect(java.util.stream.Collectors.toMap(
                        name -> name, name -> on(path, name).orElseThrow()));
        return new FabricPrograms(Map.copyOf(found), version(found));
    }

    private static String version(Map<String, Path> found) {
        Tool.Outcome said = Tool.run(List.of(String.valueOf(found.get("peer")), "version"), Map.of(), QUICK);
        Matcher matcher = VERSION.matcher(said.output());
        if (!said.isGood() || !matcher.find()) {
            throw new NetworkFailure("the program 'peer' does not say its version", "Is it Hyperledger Fabric's?");
        }
        List<Integer> version = Stream.of(1, 2, 3)
                .map(group -> Integer.valueOf(matcher.group(group)))
                .toList();
        if (java.util.Arrays.compare(array(version), array(OLDEST)) < 0) {
            throw new NetworkFailure(
                    "Fabric " + text(version) + " is on the PATH", "Install " + text(OLDEST) + " or later.");
        }
        return text(version);
    }

    private static int[] array(List<Integer> version) {
        return version.stream().mapToInt(Integer::intValue).toArray();
    }

    private static String text(List<Integer> version) {
        return String.join(".", version.stream().map(String::valueOf).toList());
    }

    private static Optional<Path> on(String path, String name) {
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name).toAbsolutePath())
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    String program(String name) {
        return String.valueOf(programs.get(name));
    }

    /** Of the program {@code peer}, for example 3.1.5. */
    String version() {
        return version;
    }
}
