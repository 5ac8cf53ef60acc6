package org.entente.launcher.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ends what the launcher started if the launcher itself is killed and can end nothing any more. A small shell process reads
 * from a pipe which processes run; the pipe breaks when the launcher is gone, however that happened.
 */
public final class Guard implements AutoCloseable {
    /** How a process is asked to end. */
    public enum Signal {
        /** As most programs expect. */
        TERM,
        /** PostgreSQL: end the sessions, then the server. */
        INT
    }

    private static final long GOODBYE_SECONDS = 10;

    // Ctrl-C reaches every process of the terminal: the guard leaves it to the launcher.
    private static final String SCRIPT = """
        trap '' INT HUP TERM
        running= folder= data=
        while IFS= read -r line; do
          rest=${line#* }
          case $line in
            process*)
              running="$running $rest"
              # From now on the server is known by its number.
              case $rest in INT:*) data= ;; esac
              ;;
            postgres*) data=$rest ;;
            gone*)
              kept=
              for each in $running; do [ "${each#*:}" = "$rest" ] || kept="$kept $each"; done
              running=$kept
              ;;
            folder*) folder=$rest ;;
            end) break ;;
          esac
        done
        # Whatever the launcher could not end, even if it said goodbye: a start that was broken off, for instance.
        for each in $running; do kill -s "${each%%:*}" "${each#*:}" 2>/dev/null; done
        # A PostgreSQL whose number nobody lived to tell; it writes it down itself, soon after its start.
        tries=0
        while [ -n "$data" ] && [ $tries -lt 20 ]; do
          server=
          [ -f "$data/postmaster.pid" ] && IFS= read -r server <"$data/postmaster.pid"
          case $server in
            '' | *[!0-9]*) ;;
            *)
              # Only a process that is a PostgreSQL: a number may have been given to another program since.
              program=$(readlink "/proc/$server/exe" || ps -o comm= -p "$server")
              case ${program##*/} in
                postgres*)
                  kill -s INT "$server" 2>/dev/null
                  running="$running INT:$server" data=
                  ;;
              esac
              ;;
          esac
          [ -z "$data" ] || sleep 0.1
          tries=$((tries + 1))
        done
        tries=0
        while [ $tries -lt 50 ]; do
          left=
          for each in $running; do kill -0 "${each#*:}" 2>/dev/null && left="$left ${each#*:}"; done
          [ -n "$left" ] || break
          sleep 0.1
          tries=$((tries + 1))
        done
        for each in $left; do kill -s KILL "$each" 2>/dev/null; done
        [ -z "$folder" ] || rm -rf "$folder"
        """;

    private final Process shell;
    private final OutputStream pipe;

    private Guard(Process shell) {
        this.shell = shell;
        this.pipe = shell.getOutputStream();
    }

    /**
     * Starts it.
     *
     * @return it, guarding nothing yet
     */
    public static Guard start() {
        try {
            return new Guard(new ProcessBuilder(List.of("/bin/sh", "-c", SCRIPT, "entente-guard"))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A process runs.
     *
     * @param pid its number
     * @param signal how it is asked to end
     */
    public void watch(long pid, Signal signal) {
        write("process " + signal + ":" + pid);
    }

    /**
     * A process has ended: its number may be another program's from now on.
     *
     * @param pid its number
     */
    public void forget(long pid) {
        write("gone " + pid);
    }

    /**
     * A folder that nobody needs after this run.
     *
     * @param folder made by this run
     */
    public void discard(Path folder) {
        write("folder " + line(folder));
    }

    private static String line(Path folder) {
        String name = folder.toAbsolutePath().toString();
        if (name.contains("\n")) {
            throw new IllegalArgumentException("a folder's name with a line break");
        }
        return name;
    }

    /**
     * Where a PostgreSQL server keeps its data, before it is started: until {@link #watch} tells its number, it is the one
     * in the server's own file {@code postmaster.pid}.
     *
     * @param data the server's data folder
     */
    public void postgres(Path data) {
        write("postgres " + line(data));
    }

    private synchronized void write(String line) {
        try {
            pipe.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            pipe.flush();
        } catch (IOException e) {
            // It was killed: then the launcher ends its processes alone.
            return;
        }
    }

    /** Ends what still runs, deletes the folder that was named, and waits for both. */
    @Override
    public void close() {
        write("end");
        try (OutputStream closed = pipe) {
            closed.flush();
        } catch (IOException e) {
            // it is gone already
        }
        try {
            if (!shell.waitFor(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
