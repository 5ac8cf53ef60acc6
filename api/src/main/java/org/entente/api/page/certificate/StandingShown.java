package org.entente.api.page.certificate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entente.api.certificate.CertificateStanding;
import org.entente.api.node.ProgressView;
import org.entente.model.origin.CertificateView;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.CertificateItem;
import org.entente.model.origin.certificate.CertificateJson;

/**
 * Where a certificate stands, as pages show it.
 *
 * @param id issuer, agreement and number
 * @param standing from the own fold
 * @param certificate as issued, if it is known
 */
public record StandingShown(CertificateId id, CertificateStanding standing, Optional<Certificate> certificate) {
    /**
     * Shows a standing.
     *
     * @param id the certificate
     * @param standing from the own fold
     * @return as pages show it
     */
    public static StandingShown of(CertificateId id, CertificateStanding standing) {
        return new StandingShown(
                id,
                standing,
                Optional.ofNullable(standing.certificate())
                        .flatMap(json -> CertificateJson.read(json, "").certificate()));
    }

    /**
     * An item with its balance.
     *
     * @param item what the certificate says
     * @param balance what is left
     * @param counts whether anything can be done with what is left: nothing of a cancelled certificate
     */
    public record Line(CertificateItem item, CertificateStanding.Balance balance, boolean counts) {
        /** What is left, exactly. */
        public BigDecimal left() {
            return new BigDecimal(balance.left());
        }

        /** What is used, exactly. */
        public BigDecimal used() {
            return new BigDecimal(balance.used());
        }

        /** How much is left in hundredths of all, rounded down; for a picture only. */
        public int percentLeft() {
            return left().multiply(BigDecimal.valueOf(100))
                    .divideToIntegralValue(item.quantity().amount())
                    .intValue();
        }
    }

    /** The items in the order of the certificate. */
    public List<Line> lines() {
        return certificate.stream()
                .flatMap(known -> known.items().stream())
                .flatMap(item -> standing.balances().stream()
                        .filter(balance -> balance.item() == item.number())
                        .map(balance -> new Line(item, balance, !isCancelled())))
                .toList();
    }

    /** The units of the items, each once. */
    public List<String> units() {
        return lines().stream()
                .map(line -> line.item().unit().value())
                .distinct()
                .toList();
    }

    /** The unit of an item; empty where it is not known. */
    public String unitOf(int item) {
        return lines().stream()
                .filter(line -> line.item().number() == item)
                .map(line -> line.item().unit().value())
                .findFirst()
                .orElse("");
    }

    /** Uses that count. */
    public List<CertificateStanding.Use> activeUses() {
        return standing.uses().stream().filter(use -> !use.reversed()).toList();
    }

    /** Its number as a file's name. */
    public String fileName() {
        return id.referenceNo().value().replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    /** Whether its issuer took it back. */
    public boolean isCancelled() {
        return standing.status() == CertificateView.Status.CANCELLED;
    }

    /** Whether something of it is used: then it can be neither cancelled nor replaced. */
    public boolean isUsed() {
        return !activeUses().isEmpty();
    }

    /** One of valid, invalid and unsure: the icon and colour of the answer as a whole. */
    public String kind() {
        if (standing.answer() == CertificateStanding.Answer.COULD_NOT_CHECK || standing.status() == null) {
            return "unsure";
        }
        return switch (standing.status()) {
            case ISSUED, ACCEPTED, PARTLY_REFUSED -> "valid";
            case REFUSED, CANCELLED -> "invalid";
        };
    }

    /** The message that says it in words. */
    public String words() {
        if (standing.answer() == CertificateStanding.Answer.COULD_NOT_CHECK) {
            return "standing.could-not-check";
        }
        return standing.status() == null ? "standing.on-its-way" : "standing." + standing.status();
    }

    /** Whether own statements about it are on their way. */
    public boolean isMoving() {
        return standing.open().stream().map(ProgressView::stage).anyMatch(stage -> switch (stage) {
            case ACCEPTED, ORDERING, ORDERED -> true;
            case FINAL, REFUSED, OVERTAKEN, QUARANTINED, PARKED -> false;
        });
    }
}
