package org.entente.launcher.demo;

import java.util.List;

/** What the terminal can do. Only {@code ./entente} knows which of the three streams are one, and says so. */
final class Terminal {
    private static final List<String> STREAMS =
            List.of(System.getProperty("entente.terminal", "").split(","));

    private Terminal() {}

    /** Whether somebody looks at a terminal that has colours and wants them (no-color.org). */
    static boolean hasColours() {
        String noColor = System.getenv().getOrDefault("NO_COLOR", "");
        String kind = System.getenv().getOrDefault("TERM", "dumb");
        return STREAMS.contains("out") && noColor.isEmpty() && !kind.equals("dumb");
    }

    /** Whether somebody sits there who can press Enter. */
    static boolean hasReader() {
        return STREAMS.contains("in") && STREAMS.contains("out");
    }
}
