package org.entente.api.administration;

import java.util.Optional;
import org.entente.model.json.ObjectReader;
import org.entente.model.origin.certificate.Party.Identifier;

/** Reads what an administrator writes of a new organisation. */
final class OrganisationForm {
    /** The longest name that a certificate's exporter may have. */
    static final int LONGEST_NAME = 200;

    private static final int LONGEST_IDENTIFIER = 60;

    private OrganisationForm() {}

    /**
     * A new organisation.
     *
     * @param name as registered
     * @param identifier its number in a register
     */
    record New(String name, Optional<Identifier> identifier) {}

    /** Empty only with an error among the findings. */
    static Optional<New> read(ObjectReader in) {
        Optional<String> name = in.text("name", LONGEST_NAME);
        Optional<Identifier> identifier = identifier(in);
        return name.map(known -> new New(known, identifier));
    }

    /** The member {@code identifier}, which may be left out. */
    static Optional<Identifier> identifier(ObjectReader in) {
        return in.optionalObject("identifier").flatMap(object -> {
            Optional<String> scheme = object.text("scheme", LONGEST_IDENTIFIER);
            Optional<String> value = object.text("value", LONGEST_IDENTIFIER);
            object.end();
            return scheme.flatMap(known -> value.map(number -> new Identifier(known, number)));
        });
    }
}
