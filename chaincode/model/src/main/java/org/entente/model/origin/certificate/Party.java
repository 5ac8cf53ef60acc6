package org.entente.model.origin.certificate;

import java.util.Optional;

/**
 * Exporter, producer, consignee or invoicer.
 *
 * @param id a registered identifier, where there is one
 * @param name as registered, at most 200 characters
 * @param address one text, at most 400 characters
 * @param country where the party is
 */
public record Party(Optional<Identifier> id, String name, Optional<String> address, CountryCode country) {
    static final int MAX_NAME = 200;
    static final int MAX_ADDRESS = 400;

    /**
     * An identifier in a register.
     *
     * @param scheme the register, for example {@code abr.gov.au:abn}; at most 60 characters
     * @param value at most 60 characters
     */
    public record Identifier(String scheme, String value) {}
}
