package org.entente.launcher.demo;

import java.io.PrintWriter;
import org.entente.launcher.service.Watcher;

/** Tells only what goes wrong: the story tells the rest. */
record QuietWatcher(PrintWriter err) implements Watcher {
    @Override
    public void progress(String words) {
        // The story has its own words for it.
    }

    @Override
    public void alarm(String words) {
        err.println("! " + Printable.of(words));
        err.flush();
    }

    @Override
    public void broken(String words) {
        alarm(words);
    }
}
