package org.entente.api.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.model.origin.certificate.Party.Identifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Organisations, accounts and delegations in the member's database. */
@Repository
public class AccountStore {
    private static final String CALLER = "select a.name, a.organisation, a.roles, array(select d.exporter"
            + " from api.delegation d where d.broker = a.organisation and d.until > now()) as delegated"
            + " from api.account a where a.enabled and ";

    private final JdbcClient database;

    AccountStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * What a sign-in is checked against.
     *
     * @param name the account's name
     * @param passwordHash with its algorithm in front
     */
    public record Credentials(String name, String passwordHash) {}

    /**
     * An account that signs in with a password.
     *
     * @param name the account's name
     * @return its credentials, if it is enabled and has a password
     */
    public Optional<Credentials> credentials(String name) {
        return database.sql(
                        "select name, password from api.account where enabled and password is not null and name = ?")
                .param(name)
                .query((row, number) -> new Credentials(row.getString(1), row.getString(2)))
                .optional();
    }

    /**
     * An account as it is now.
     *
     * @param name the account's name
     * @return who calls under it, if it is enabled
     */
    public Optional<Caller> caller(String name) {
        return database.sql(CALLER + "a.name = ?")
                .param(name)
                .query((row, number) -> caller(row))
                .optional();
    }

    /**
     * An account that an outside service signs in.
     *
     * @param issuer that service
     * @param subject what it calls the account
     * @return who calls under it, if there is one and it is enabled
     */
    public Optional<Caller> caller(String issuer, String subject) {
        return database.sql(CALLER + "a.issuer = ? and a.subject = ?")
                .param(issuer)
                .param(subject)
                .query((row, number) -> caller(row))
                .optional();
    }

    private static Caller caller(ResultSet row) throws SQLException {
        UUID organisation = row.getObject("organisation", UUID.class);
        Set<Role> roles = Arrays.stream((String[]) content(row.getArray("roles")))
                .map(Role::valueOf)
                .collect(Collectors.toSet());
        Set<UUID> exporters = roles.contains(Role.BROKER)
                ? Arrays.stream((UUID[]) content(row.getArray("delegated"))).collect(Collectors.toSet())
                : new java.util.HashSet<>();
        if (roles.contains(Role.EXPORTER)) {
            exporters.add(organisation);
        }
        return new Caller(row.getString("name"), organisation, roles, exporters);
    }

    private static Object content(Array array) throws SQLException {
        return array.getArray();
    }

    /**
     * Whether any account exists: the very first one is made from the settings.
     *
     * @return false in a new database
     */
    public boolean isEmpty() {
        return database.sql("select not exists (select 1 from api.account)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Adds an organisation.
     *
     * @param name as registered
     * @param identifier its number in a register, if one is known
     * @return the organisation
     */
    public Organisation addOrganisation(String name, Optional<Identifier> identifier) {
        return database.sql("insert into api.organisation as o (name, scheme, number) values (?, ?, ?) returning "
                        + Organisation.COLUMNS)
                .param(name)
                .param(identifier.map(Identifier::scheme).orElse(null))
                .param(identifier.map(Identifier::value).orElse(null))
                .query((row, number) -> Organisation.of(row))
                .single();
    }

    /**
     * Adds an account.
     *
     * @param account name and what it may do
     * @return whether the name was free
     */
    public boolean add(NewAccount account) {
        return database.sql("insert into api.account (name, organisation, roles, password, issuer, subject)"
                                + " values (?, ?, ?::text[], ?, ?, ?) on conflict do nothing")
                        .param(account.name())
                        .param(account.organisation())
                        .param(account.roles().stream().map(Role::name).toArray(String[]::new))
                        .param(account.passwordHash().orElse(null))
                        .param(account.outside().map(NewAccount.Outside::issuer).orElse(null))
                        .param(account.outside()
                                .map(NewAccount.Outside::subject)
                                .orElse(null))
                        .update()
                > 0;
    }

    /**
     * Lets a broker act for an exporter.
     *
     * @param exporter an organisation
     * @param broker another one
     * @param until when it ends
     */
    public void delegate(UUID exporter, UUID broker, java.time.Instant until) {
        database.sql("insert into api.delegation (exporter, broker, until) values (?, ?, ?)"
                        + " on conflict (exporter, broker) do update set until = excluded.until")
                .param(exporter)
                .param(broker)
                .param(java.sql.Timestamp.from(until))
                .update();
    }

    /**
     * An organisation.
     *
     * @param id names it
     * @return the organisation, if there is one
     */
    public Optional<Organisation> organisation(UUID id) {
        return database.sql("select " + Organisation.COLUMNS + " from api.organisation o where o.id = ?")
                .param(id)
                .query((row, number) -> Organisation.of(row))
                .optional();
    }

    /**
     * Several organisations.
     *
     * @param ids name them
     * @return those that exist, in the order of their names
     */
    public List<Organisation> organisations(Set<UUID> ids) {
        return database.sql("select " + Organisation.COLUMNS
                        + " from api.organisation o where o.id = any(?) order by o.name, o.id")
                .param(ids.toArray(UUID[]::new))
                .query((row, number) -> Organisation.of(row))
                .list();
    }

    /**
     * Whether a number in a register is that of an organisation here, however its digits are grouped.
     *
     * @param identifier register and number
     * @return true if one has it
     */
    public boolean isRegistered(Identifier identifier) {
        return database.sql("select exists (select 1 from api.organisation where lower(scheme) = lower(?) and "
                        + letters("number") + " = " + letters("?") + ")")
                .param(identifier.scheme())
                .param(identifier.value())
                .query(Boolean.class)
                .single();
    }

    private static String letters(String text) {
        return "regexp_replace(lower(normalize(" + text + ", NFKC)), '[^[:alnum:]]', '', 'g')";
    }
}
