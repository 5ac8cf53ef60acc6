package org.entente.api.administration;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.entente.api.account.AccountList;
import org.entente.api.account.AccountStore;
import org.entente.api.account.NewAccount;
import org.entente.api.account.Organisation;
import org.entente.api.account.Passwords;
import org.entente.api.settings.InstanceSettings;
import org.entente.api.settings.SettingsRefused;
import org.entente.certs.file.WholeFiles;
import org.entente.model.finding.Checked;
import org.entente.model.finding.Finding;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes what the accounts file names and the database does not have yet, before the first request. What exists is left as
 * it is: an administrator's later decisions count, not the file.
 */
@Component
class FirstAccounts implements InitializingBean {
    private static final Duration DELEGATION = Duration.ofDays(3_650);

    private final InstanceSettings settings;
    private final AccountStore accounts;
    private final AccountList list;
    private final Passwords passwords;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final InstantSource clock;

    FirstAccounts(
            InstanceSettings settings,
            AccountStore accounts,
            AccountList list,
            Passwords passwords,
            TransactionTemplate transaction,
            JdbcClient database,
            InstantSource clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.list = list;
        this.passwords = passwords;
        this.transaction = transaction;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        settings.accountsFile().ifPresent(file -> {
            switch (AccountsFile.read(WholeFiles.read(file))) {
                case Checked.Accepted<AccountsFile>(var content, var remarks) ->
                    transaction.executeWithoutResult(status -> make(content));
                case Checked.Rejected<AccountsFile>(var findings) ->
                    throw new SettingsRefused(findings.stream()
                            .map(finding -> "entente.accounts-file: " + words(finding))
                            .toList());
            }
        });
    }

    private static String words(Finding finding) {
        return finding.pointer() + " " + finding.code().title() + " ("
                + finding.code().name() + ")";
    }

    private void make(AccountsFile content) {
        // Instances of a member start at the same time.
        database.sql("select pg_advisory_xact_lock(42, 1)")
                .query((row, number) -> true)
                .list();
        content.organisations().forEach(this::make);
        content.organisations().forEach(this::delegate);
    }

    private void make(AccountsFile.Entry entry) {
        Organisation organisation = list.organisation(entry.name())
                .orElseGet(() -> accounts.addOrganisation(entry.name(), entry.identifier()));
        for (AccountsFile.Account account : entry.accounts()) {
            if (list.account(account.name()).isEmpty()) {
                accounts.add(new NewAccount(
                        account.name(),
                        organisation.id(),
                        Set.copyOf(account.roles()),
                        account.passwordHash().or(() -> account.password().map(passwords::hash)),
                        account.outside()));
            }
        }
    }

    private void delegate(AccountsFile.Entry entry) {
        Organisation exporter = list.organisation(entry.name()).orElseThrow();
        for (String name : entry.brokers()) {
            Optional<Organisation> broker = list.organisation(name);
            if (broker.isEmpty()) {
                throw new SettingsRefused(java.util.List.of("entente.accounts-file: " + entry.name()
                        + " delegates to an organisation that the file does not name"));
            }
            if (list.delegations(exporter.id()).stream()
                    .noneMatch(each -> each.broker().equals(broker.get().id()))) {
                accounts.delegate(
                        exporter.id(), broker.get().id(), clock.instant().plus(DELEGATION));
            }
        }
    }
}
