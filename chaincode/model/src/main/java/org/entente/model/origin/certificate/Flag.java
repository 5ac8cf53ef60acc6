package org.entente.model.origin.certificate;

import java.util.Arrays;
import java.util.Optional;

/** The boxes that are ticked on a form. */
public enum Flag {
    /** The invoice is issued in a third country. */
    THIRD_COUNTRY_INVOICING("thirdCountryInvoicing"),
    /** The goods come from an exhibition. */
    EXHIBITION("exhibition"),
    /** Originating materials of several parties are accumulated. */
    ACCUMULATION("accumulation"),
    /** De minimis was used. */
    DE_MINIMIS("deMinimis"),
    /** Issued by an intermediate party on originals. */
    BACK_TO_BACK("backToBack"),
    /** Issued after departure. */
    RETROACTIVE("retroactive"),
    /** Issued for cumulation only. */
    PARTIAL_CUMULATION("partialCumulation");

    private final String wire;

    Flag(String wire) {
        this.wire = wire;
    }

    /**
     * The name in JSON.
     *
     * @return for example {@code backToBack}
     */
    public String wire() {
        return wire;
    }

    /**
     * The flag of a name in JSON.
     *
     * @param wire any text
     * @return the flag, if there is one
     */
    public static Optional<Flag> ofWire(String wire) {
        return Arrays.stream(values()).filter(flag -> flag.wire.equals(wire)).findFirst();
    }
}
