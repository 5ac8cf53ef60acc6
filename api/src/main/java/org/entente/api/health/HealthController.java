package org.entente.api.health;

import io.swagger.v3.oas.annotations.Hidden;
import org.entente.api.security.Open;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Two signs, one word each: anybody may ask, so neither says why. An instance that lives needs no restart when its database
 * is away; it only should get no requests.
 */
@RestController
@Open
@Hidden
class HealthController {
    private final JdbcClient database;

    HealthController(JdbcClient database) {
        this.database = database;
    }

    /** Lives: asks nobody. */
    @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
    String live() {
        return "up\n";
    }

    /** Ready: the database answers. What is said while the ledger is away waits in the outbox, and is no reason to refuse. */
    @GetMapping(path = "/health/ready", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> ready() {
        return answers()
                ? ResponseEntity.ok("ready\n")
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("not ready\n");
    }

    private boolean answers() {
        try {
            return database.sql("select 1").query(Integer.class).single() == 1;
        } catch (DataAccessException e) {
            return false;
        }
    }
}
