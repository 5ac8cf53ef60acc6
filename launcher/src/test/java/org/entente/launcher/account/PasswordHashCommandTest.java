package org.entente.launcher.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.entente.launcher.Main;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PasswordHashCommandTest {
    private static final String PREFIX = "{bcrypt}";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int hash(String input, String... arguments) {
        PasswordHashCommand command =
                new PasswordHashCommand(null, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void gives_the_hash_of_the_first_line_as_the_service_reads_it() {
        assertThat(hash("zwölf Zeichen\nnothing of this\n")).isZero();
        String hash = out.toString().strip();
        assertThat(hash).matches("\\{bcrypt}\\$2[aby]\\$10\\$[./A-Za-z0-9]{53}");
        assertThat(OpenBSDBCrypt.checkPassword(hash.substring(PREFIX.length()), "zwölf Zeichen".toCharArray()))
                .isTrue();
    }

    @Test
    void the_same_password_has_another_hash_each_time() {
        hash("a password that is long enough");
        hash("a password that is long enough");
        assertThat(out.toString().lines()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void takes_12_characters_to_72_bytes() {
        assertThat(hash("a".repeat(12))).isZero();
        assertThat(hash("ä".repeat(36))).isZero();
        assertThat(hash("a".repeat(11))).isEqualTo(2);
        assertThat(hash("ä".repeat(36) + "a")).isEqualTo(2);
        assertThat(hash("")).isEqualTo(2);
        assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void takes_no_password_as_an_argument_and_repeats_none() {
        assertThat(hash("", "a password that is long enough")).isEqualTo(2);
        assertThat(hash("too short")).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("too short\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void is_one_of_the_commands() {
        assertThat(Main.commandLine().getSubcommands()).containsKey("password-hash");
    }
}
