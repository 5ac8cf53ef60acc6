package org.entente.api.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a write answers, for the API's description: its answers are stored as bytes, so no type tells. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Gives {
    /**
     * A record with the answer's members.
     *
     * @return the record
     */
    Class<?> value();

    /**
     * The status of the first answer; a repetition is answered the same.
     *
     * @return 200, 201 or 202
     */
    int status();
}
