package org.entente.launcher.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.entente.model.origin.certificate.CertificateItem;
import org.entente.model.origin.certificate.Quantity;

/** Parts of an item's quantity in digits that its unit can have. */
final class Portion {
    private Portion() {}

    /** So many per cent: whole units where the item has several of them. */
    static Quantity of(CertificateItem item, int percent) {
        BigDecimal whole = item.quantity().amount();
        boolean counted = whole.stripTrailingZeros().scale() <= 0;
        BigDecimal part = whole.multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
        BigDecimal rounded = part.setScale(counted ? 0 : 6, RoundingMode.CEILING);
        return new Quantity(rounded.min(whole));
    }
}
