package org.entente.launcher.demo;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.entente.launcher.Main;

/** One run of the command line in this process. */
record Run(int exitCode, String out, String err) {
    /** Where the samples stand, seen from the module's folder in which the tests run. */
    static final Path SAMPLES = Path.of("..", "docs", "samples");

    static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }

    static String sample(String name) {
        return SAMPLES.resolve(name).toString();
    }
}
