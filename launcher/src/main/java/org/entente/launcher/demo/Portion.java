package org.entente.launcher.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.entente.model.origin.certificate.CertificateItem;
import org.entente.model.origin.certificate.Quantity;

/** Parts of an item's quantity in digits that its unit can have. */
final class Portion {
    private static final BigDecimal MANY = BigDecimal.TEN;

    private Portion() {}

    /** So many per cent: whole units where the item has so many that rounding up leaves enough for the rest of the story. */
    static Quantity of(CertificateItem item, int percent) {
        BigDecimal whole = item.quantity().amount();
        boolean counted = whole.stripTrailingZeros().scale() <= 0 && whole.compareTo(MANY) >= 0;
        BigDecimal part = whole.multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
        BigDecimal rounded = part.setScale(counted ? 0 : 6, RoundingMode.CEILING);
        return new Quantity(rounded.min(whole));
    }
}
