package org.entente.api.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts, organisations and delegations as an administrator sees them. */
@Repository
public class AccountList {
    private final JdbcClient database;

    AccountList(JdbcClient database) {
        this.database = database;
    }

    /**
     * An account.
     *
     * @param name its name
     * @param organisation whose
     * @param roles what it may do
     * @param enabled whether it counts
     * @param issuer of its tokens, if it has any
     * @param subject what that issuer calls it
     */
    public record Entry(
            String name,
            UUID organisation,
            List<Role> roles,
            boolean enabled,
            @Nullable String issuer,
            @Nullable String subject) {}

    /**
     * A delegation.
     *
     * @param exporter for whom
     * @param broker who acts
     * @param until when it ends
     */
    public record Delegation(UUID exporter, UUID broker, Instant until) {}

    /**
     * Accounts by name.
     *
     * @param text only those of which the name, or that of the organisation, contains it; empty for all
     * @param after the last name of the page before, or empty text
     * @param most how many at most
     * @return in order of their names
     */
    public List<Entry> accounts(String text, String after, int most) {
        return database.sql("select a.name, a.organisation, a.roles, a.enabled, a.issuer, a.subject"
                        + " from api.account a join api.organisation o on o.id = a.organisation"
                        + " where a.name > ? and position(lower(?) in lower(a.name || ' ' || o.name)) > 0"
                        + " order by a.name limit ?")
                .param(after)
                .param(text)
                .param(most)
                .query((row, number) -> entry(row))
                .list();
    }

    /**
     * Accounts of an organisation.
     *
     * @param organisation whose
     * @param most how many at most
     * @return in order of their names
     */
    public List<Entry> accountsOf(UUID organisation, int most) {
        return database.sql("select name, organisation, roles, enabled, issuer, subject from api.account"
                        + " where organisation = ? order by name limit ?")
                .param(organisation)
                .param(most)
                .query((row, number) -> entry(row))
                .list();
    }

    /**
     * What organisations are called.
     *
     * @param ids of organisations
     * @return names of those that exist
     */
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        database.sql("select id, name from api.organisation where id = any(?)")
                .param(ids.toArray(UUID[]::new))
                .query((row, number) -> names.put(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return names;
    }

    /**
     * One account.
     *
     * @param name its name
     * @return the account, enabled or not
     */
    public Optional<Entry> account(String name) {
        if (name.indexOf(0) >= 0) {
            return Optional.empty();
        }
        return database.sql(
                        "select name, organisation, roles, enabled, issuer, subject from api.account where name = ?")
                .param(name)
                .query((row, number) -> entry(row))
                .optional();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString(1),
                row.getObject(2, UUID.class),
                Arrays.stream((String[]) row.getArray(3).getArray())
                        .map(Role::valueOf)
                        .toList(),
                row.getBoolean(4),
                row.getString(5),
                row.getString(6));
    }

    /**
     * Lets an account count, or no longer; it is felt at the account's next request.
     *
     * @param name its name
     * @param enabled whether it counts
     * @return whether there is such an account
     */
    public boolean enable(String name, boolean enabled) {
        return database.sql("update api.account set enabled = ? where name = ?")
                        .param(enabled)
                        .param(name)
                        .update()
                > 0;
    }

    /**
     * Lets nobody else lower or shut out administrators until the transaction ends: two that do so to each other at once
     * would leave none.
     */
    public void holdAdministrators() {
        database.sql("select 1 from pg_advisory_xact_lock(42, 2)")
                .query(Integer.class)
                .single();
    }

    /**
     * Whether anybody is left who can keep accounts.
     *
     * @return true if an administrator's account counts
     */
    public boolean hasAdministrator() {
        return database.sql("select exists (select 1 from api.account where enabled and ? = any(roles))")
                .param(Role.ADMINISTRATOR.name())
                .query(Boolean.class)
                .single();
    }

    /**
     * Gives an account other roles.
     *
     * @param name of the account
     * @param roles at least one
     */
    public void setRoles(String name, Set<Role> roles) {
        database.sql("update api.account set roles = ?::text[] where name = ?")
                .param(roles.stream().map(Role::name).sorted().toArray(String[]::new))
                .param(name)
                .update();
    }

    /**
     * Gives an account another password, and forgets that the old one was mistyped.
     *
     * @param name of the account
     * @param hash of the password
     */
    public void setPassword(String name, String hash) {
        database.sql("update api.account set password = ?, failures = 0, failed_at = null where name = ?")
                .param(hash)
                .param(name)
                .update();
    }

    /**
     * Ends the sessions of whoever is signed in with an account's password.
     *
     * @param name of the account
     */
    public void signOut(String name) {
        database.sql("delete from api.spring_session where principal_name = ?")
                .param(name)
                .update();
    }

    /**
     * Organisations by name.
     *
     * @param text only those whose name or number contains it; empty for all
     * @param most how many at most
     * @return in order of their names
     */
    public List<Organisation> organisationsNamed(String text, int most) {
        return database.sql("select " + Organisation.COLUMNS + " from api.organisation o"
                        + " where position(lower(?) in lower(o.name || ' ' || coalesce(o.number, ''))) > 0"
                        + " order by lower(o.name), o.id limit ?")
                .param(text)
                .param(most)
                .query((row, number) -> Organisation.of(row))
                .list();
    }

    /**
     * Organisations by name.
     *
     * @param after the last id of the page before
     * @param most how many at most
     * @return in order of their ids
     */
    public List<Organisation> organisations(Optional<UUID> after, int most) {
        return database.sql("select " + Organisation.COLUMNS
                        + " from api.organisation o where o.id > ? order by o.id limit ?")
                .param(after.orElse(new UUID(0, 0)))
                .param(most)
                .query((row, number) -> Organisation.of(row))
                .list();
    }

    /**
     * An organisation by its name.
     *
     * @param name for people
     * @return the first one of that name
     */
    public Optional<Organisation> organisation(String name) {
        return database.sql("select " + Organisation.COLUMNS
                        + " from api.organisation o where o.name = ? order by o.made_at limit 1")
                .param(name)
                .query((row, number) -> Organisation.of(row))
                .optional();
    }

    /**
     * Delegations of an exporter or to a broker.
     *
     * @param organisation either
     * @return all that have not ended
     */
    public List<Delegation> delegations(UUID organisation) {
        return database.sql("select exporter, broker, until from api.delegation"
                        + " where (exporter = ? or broker = ?) and until > now() order by exporter, broker")
                .param(organisation)
                .param(organisation)
                .query((row, number) -> new Delegation(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getTimestamp(3).toInstant()))
                .list();
    }
}
