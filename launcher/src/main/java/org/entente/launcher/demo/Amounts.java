package org.entente.launcher.demo;

import java.math.BigDecimal;
import java.util.Map;
import org.entente.model.origin.certificate.DecimalText;
import org.entente.model.origin.certificate.UnitCode;

/** Quantities with their units, as people say them. */
final class Amounts {
    private static final Map<String, String> UNITS = Map.of(
            "TNE", "t",
            "KGM", "kg",
            "LTR", "l",
            "HLT", "hl",
            "MTQ", "m3",
            "MTK", "m2",
            "MTR", "m",
            "H87", "pieces",
            "NAR", "articles",
            "GRM", "g");

    private Amounts() {}

    /** For example {@code 100 t}; a unit without a common sign stays a code of UN/ECE Recommendation 20. */
    static String of(BigDecimal amount, UnitCode unit) {
        return DecimalText.write(amount) + " " + UNITS.getOrDefault(unit.value(), unit.value());
    }
}
