package org.entente.api.health;

import io.swagger.v3.oas.annotations.Hidden;
import org.entente.api.security.Open;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Signs for whatever starts and stops instances, and for whoever watches. Anybody may ask, so none says why. An instance
 * that lives needs no restart when its database is away; it only should get no requests.
 */
@RestController
@Open
@Hidden
class HealthController {
    private final LedgerSign sign;

    HealthController(LedgerSign sign) {
        this.sign = sign;
    }

    /** Lives: asks nobody. */
    @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
    String live() {
        return "up\n";
    }

    /**
     * Ready: the database answers. What is said while the ledger is away waits in the outbox: it is told, and is no reason to
     * refuse.
     */
    @GetMapping(path = "/health/ready", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> ready() {
        LedgerSign.Seen seen = sign.look();
        return ResponseEntity.status(seen.database() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body((seen.database() ? "ready\ndatabase: reached" : "not ready\ndatabase: away") + "\nledger: "
                        + seen.ledger() + "\n");
    }
}
