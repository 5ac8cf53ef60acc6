package org.entente.launcher.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** How the story moves on: by itself, or when the reader presses Enter. */
@FunctionalInterface
interface Pace {
    /** A pause between chapters. */
    void pause(PrintWriter out);

    /** Without pauses. */
    static Pace script() {
        return out -> {};
    }

    /** Waits for Enter where somebody sits at a terminal; where nobody does, it would wait for ever. */
    static Pace reader() {
        return Terminal.hasReader() ? Pace::awaitEnter : script();
    }

    private static void awaitEnter(PrintWriter out) {
        out.print("   -- Enter --");
        out.flush();
        try {
            int read = System.in.read();
            while (read >= 0 && read != '\n') {
                read = System.in.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
