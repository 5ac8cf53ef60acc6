package org.entente.launcher.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java program, to be run by the JDK that runs this one.
 *
 * @param classPath jars in their order
 * @param main the main class
 * @param options for the JVM beside those that all programs here get
 */
public record JavaProgram(List<Path> classPath, String main, List<String> options) {
    // Many small JVMs on one machine: a start matters more than the last bit of speed, and memory more than pauses.
    private static final List<String> SMALL = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xss512k",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** Keeps unmodifiable copies. */
    public JavaProgram {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
    }

    /**
     * The command that runs it.
     *
     * @param arguments the program's own
     * @return for {@link ChildProcess#start}
     */
    public List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(options);
        command.add("-cp");
        command.add(String.join(
                java.io.File.pathSeparator,
                classPath.stream().map(Path::toString).toList()));
        command.add(main);
        command.addAll(arguments);
        return command;
    }

    /**
     * The class path of this very process.
     *
     * @return its entries
     */
    public static List<Path> ownClassPath() {
        return List.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator)).stream()
                .filter(entry -> !entry.isBlank())
                .map(Path::of)
                .toList();
    }
}
