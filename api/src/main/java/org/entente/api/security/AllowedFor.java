package org.entente.api.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.entente.api.account.Role;

/** For whom a handler is open: an account with any of the roles. A handler without it, or {@link Open}, is shut. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AllowedFor {
    /**
     * Any of these suffices.
     *
     * @return at least one role
     */
    Role[] value();
}
