package org.entente.api.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/**
 * That somebody is still there is noted once a minute, not with every request: each note is a commit, and the requests of
 * one session wait for each other's. A session so ends after its time at most, and up to a minute before.
 */
@Configuration(proxyBeanMethods = false)
class SessionKeeping {
    /** The parameters come in the order of the library's own statement; whatever else changed is written at once. */
    private static final String UPDATE = """
        update %TABLE_NAME% s
           set session_id = n.session_id, last_access_time = n.last_access, max_inactive_interval = n.longest,
               expiry_time = n.expiry, principal_name = n.principal
          from (values (?::char(36), ?::bigint, ?::int, ?::bigint, ?::varchar, ?::char(36)))
               n (session_id, last_access, longest, expiry, principal, primary_id)
         where s.primary_id = n.primary_id
           and (s.last_access_time <= n.last_access - 60000 or s.session_id <> n.session_id
                or s.max_inactive_interval <> n.longest or s.principal_name is distinct from n.principal)
        """;

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> notedOnceAMinute() {
        return repository -> repository.setUpdateSessionQuery(UPDATE);
    }
}
