package org.entente.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.entente.model.member.MemberId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void says_no_password_in_its_words() {
        Account account = AccountBook.keep(folder.resolve("one.json"), AU).getFirst();

        assertThat(account.toString()).doesNotContain(account.password()).contains("exporter");
    }
}
