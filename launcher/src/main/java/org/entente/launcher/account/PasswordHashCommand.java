package org.entente.launcher.account;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code entente password-hash}: the {@code passwordHash} of an account. The password is typed unseen, or comes through a
 * pipe: an argument would stand in the shell's history and in every list of processes.
 */
@Command(
        name = "password-hash",
        mixinStandardHelpOptions = true,
        description = {
            "Asks for a password and prints what stands as passwordHash in an accounts file, so that the file holds no password.",
            "",
            "At a terminal the password is typed twice and not shown; otherwise it is the first line of the standard input."
        })
public final class PasswordHashCommand implements Callable<Integer> {
    /** The service takes no shorter password, and no longer one: bcrypt reads no more bytes. */
    private static final int SHORTEST = 12;

    private static final int LONGEST = 72;

    /** As the service hashes what is typed there: 2^10 rounds. */
    private static final int COST = 10;

    private static final int SALT = 16;

    private final @Nullable Console console;
    private final InputStream in;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Made by the command line. */
    public PasswordHashCommand() {
        this(System.console(), System.in);
    }

    /** @param console null where nobody types */
    PasswordHashCommand(@Nullable Console console, InputStream in) {
        this.console = console;
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        char[] password = console == null ? line() : typed(console);
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        try {
            check(password);
            spec.commandLine().getOut().println("{bcrypt}" + OpenBSDBCrypt.generate(password, salt, COST));
        } finally {
            Arrays.fill(password, '\0');
        }
        return 0;
    }

    private char[] typed(Console terminal) {
        char[] password = read(terminal, "Password: ");
        char[] again = read(terminal, "The same again: ");
        boolean same = Arrays.equals(password, again);
        Arrays.fill(again, '\0');
        if (!same) {
            Arrays.fill(password, '\0');
            throw new ParameterException(spec.commandLine(), "the two passwords differ");
        }
        return password;
    }

    private char[] read(Console terminal, String prompt) {
        char[] typed = terminal.readPassword("%s", prompt);
        if (typed == null) {
            throw new ParameterException(spec.commandLine(), "no password was given");
        }
        return typed;
    }

    private char[] line() throws IOException {
        if (List.of(System.getProperty("entente.terminal", "").split(",")).contains("in")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "the output goes elsewhere, so what is typed would be seen: pipe the password in");
        }
        // Not closed: the standard input is not ours.
        String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new ParameterException(
                    spec.commandLine(), "no password was given: it is read from the standard input");
        }
        return line.toCharArray();
    }

    private void check(char[] password) {
        if (password.length < SHORTEST || new String(password).getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new ParameterException(
                    spec.commandLine(), "a password has " + SHORTEST + " characters to " + LONGEST + " bytes");
        }
    }
}
