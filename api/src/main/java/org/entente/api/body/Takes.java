package org.entente.api.body;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a handler's {@link JsonBody} holds, for the API's description: a record, or a schema that has a name there. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Takes {
    /** The name under which the description holds the schema of a whole certificate. */
    String CERTIFICATE = "Certificate";

    /**
     * A record with the body's members.
     *
     * @return the record; {@code void} where {@link #schema} says it
     */
    Class<?> value() default void.class;

    /**
     * A schema of the description.
     *
     * @return its name, or empty text
     */
    String schema() default "";
}
