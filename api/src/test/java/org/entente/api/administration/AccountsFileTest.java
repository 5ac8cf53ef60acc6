package org.entente.api.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.junit.jupiter.api.Test;

/** Accounts that exist from the first start on. */
final class AccountsFileTest {
    private static final String HASH = "{bcrypt}$2y$04$" + "a".repeat(53);

    @Test
    void a_hash_stands_for_a_password() {
        assertThat(account("\"passwordHash\": \"" + HASH + "\"").passwordHash()).isEqualTo(Optional.of(HASH));
        assertThat(account("\"password\": \"at least twelve\", \"passwordHash\": \"" + HASH + "\"")
                        .passwordHash())
                .isEqualTo(Optional.of(HASH));
        assertThat(account("\"password\": \"at least twelve\"").passwordHash()).isEmpty();
    }

    @Test
    void what_is_no_hash_of_bcrypt_is_refused() {
        for (String wrong : List.of(
                "at least twelve", "{noop}at least twelve", HASH.substring(8), HASH + "a", HASH.replace("04", "03"))) {
            assertThat(refused("\"passwordHash\": \"" + wrong + "\""))
                    .as(wrong)
                    .extracting(Finding::pointer)
                    .containsExactly("/organisations/0/accounts/0/passwordHash");
        }
    }

    @Test
    void an_account_without_any_way_in_is_refused() {
        assertThat(refused("\"roles\": [\"AUDITOR\"]"))
                .extracting(each -> each.code().name())
                .contains("ACCOUNT_WITHOUT_WAY_IN");
    }

    private static AccountsFile.Account account(String members) {
        return switch (read(members)) {
            case Checked.Accepted<AccountsFile>(AccountsFile file, var remarks) ->
                file.organisations().getFirst().accounts().getFirst();
            case Checked.Rejected<AccountsFile>(var findings) -> throw new AssertionError(findings);
        };
    }

    private static List<Finding> refused(String members) {
        return read(members) instanceof Checked.Rejected<AccountsFile>(var findings) ? findings : List.of();
    }

    private static Checked<AccountsFile> read(String members) {
        String roles = members.contains("roles") ? "" : "\"roles\": [\"EXPORTER\"], ";
        return AccountsFile.read(("{\"organisations\": [{\"name\": \"Customs\", \"accounts\": [{\"name\": \"one\", "
                        + roles + members + "}]}]}")
                .getBytes(StandardCharsets.UTF_8));
    }
}
