package org.entente.api.security;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Component;

/** Shuts an account's sign-in by password for a while after too many wrong ones, at all instances. */
@Component
class SignInFailures {
    /** The failures after which an account is shut. */
    static final int MOST = 10;

    private static final String WHILE = "interval '15 minutes'";

    private final JdbcClient database;

    SignInFailures(JdbcClient database) {
        this.database = database;
    }

    boolean isShut(String name) {
        return database.sql("select exists (select 1 from api.account where name = ? and failures >= ?"
                        + " and failed_at > now() - " + WHILE + ")")
                .param(name)
                .param(MOST)
                .query(Boolean.class)
                .single();
    }

    @EventListener
    void failed(AuthenticationFailureBadCredentialsEvent event) {
        if (event.getAuthentication() instanceof UsernamePasswordAuthenticationToken token) {
            database.sql("update api.account set failures ="
                            + " case when failed_at > now() - " + WHILE + " then failures + 1 else 1 end,"
                            + " failed_at = now() where name = ?")
                    .param(token.getName().replace("\0", ""))
                    .update();
        }
    }

    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof UserDetails user) {
            database.sql("update api.account set failures = 0 where name = ? and failures > 0")
                    .param(user.getUsername())
                    .update();
        }
    }
}
