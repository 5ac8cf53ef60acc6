package org.entente.api.page.application;

import java.time.Instant;
import java.util.UUID;
import org.entente.api.application.Application;

/**
 * An application in a list.
 *
 * @param id names it
 * @param number what is applied for
 * @param exporter for whom
 * @param agreement under which
 * @param to importing country, ISO 3166-1 alpha-2
 * @param appliedAt when
 * @param state where it stands
 */
record ApplicationRow(
        UUID id,
        String number,
        String exporter,
        String agreement,
        String to,
        Instant appliedAt,
        Application.State state) {
    static ApplicationRow of(Application application) {
        return new ApplicationRow(
                application.id(),
                application.certificate().referenceNo().value(),
                application.exporter().name(),
                application.certificate().agreement().value(),
                application.certificate().importCountry().value(),
                application.appliedAt(),
                application.state());
    }

    /** The icon and colour beside the state's name. */
    public String kind() {
        return kind(state);
    }

    static String kind(Application.State state) {
        return switch (state) {
            case APPROVED -> "valid";
            case REFUSED, UNISSUED -> "invalid";
            case APPLIED -> "waiting";
            case WITHDRAWN -> "note";
        };
    }
}
