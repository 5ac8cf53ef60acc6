package org.entente.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.entente.model.member.MemberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class AccountBookTest {
    private static final MemberId AU = new MemberId("AU");

    @TempDir
    private Path folder;

    @Test
    void passwords_are_made_once_for_a_folder_and_differ_everywhere() {
        List<Account> first = AccountBook.keep(folder.resolve("one.json"), AU);
        List<Account> other = AccountBook.keep(folder.resolve("other.json"), AU);

        assertThat(AccountBook.keep(folder.resolve("one.json"), AU)).isEqualTo(first);
        assertThat(first).extracting(Account::password).doesNotHaveDuplicates().allMatch(each -> each.length() >= 12);
        assertThat(first)
                .extracting(Account::password)
                .doesNotContainAnyElementsOf(
                        other.stream().map(Account::password).toList());
    }

    @Test
    void every_password_stands_beside_its_hash() throws Exception {
        List<Account> accounts = AccountBook.keep(folder.resolve("one.json"), AU);

        List<JsonNode> written = new ArrayList<>();
        for (JsonNode organisation :
                new JsonMapper().readTree(folder.resolve("one.json")).path("organisations")) {
            organisation.path("accounts").forEach(written::add);
        }
        assertThat(written).hasSameSizeAs(accounts).allSatisfy(each -> {
            String hash = each.path("passwordHash").asString();
            assertThat(hash).startsWith("{bcrypt}$2y$04$");
            assertThat(OpenBSDBCrypt.checkPassword(
                            hash.substring("{bcrypt}".length()),
                            each.path("password").asString().toCharArray()))
                    .isTrue();
        });
    }

    @Test
    void says_no_password_in_its_words() {
        Account account = AccountBook.keep(folder.resolve("one.json"), AU).getFirst();

        assertThat(account.toString()).doesNotContain(account.password()).contains("exporter");
    }
}
