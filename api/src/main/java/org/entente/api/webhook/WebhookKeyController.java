package org.entente.api.webhook;

import io.swagger.v3.oas.annotations.Operation;
import org.entente.api.account.Role;
import org.entente.api.body.Gives;
import org.entente.api.body.JsonBody;
import org.entente.api.body.Takes;
import org.entente.api.idempotency.Write;
import org.entente.api.security.AllowedFor;
import org.entente.api.webhook.WebhookViews.KeyView;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The keys with which messages to endpoints are signed, for administrators. */
@RestController
@RequestMapping(path = "/v1/webhook-keys", produces = MediaType.APPLICATION_JSON_VALUE)
@AllowedFor(Role.ADMINISTRATOR)
class WebhookKeyController {
    private final WebhookKeyDesk desk;

    WebhookKeyController(WebhookKeyDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Keys that sign messages or did, newest first")
    @GetMapping
    ResponseEntity<WebhookViews.Keys> keys() {
        return ResponseEntity.ok(new WebhookViews.Keys(desk.all()));
    }

    @Operation(
            summary = "Make a new key; it signs beside the one before until that one ends",
            description = "Each message then has two signatures in webhook-signature, separated by a space (Standard"
                    + " Webhooks 1.0): receivers take it if one of them is right.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(WebhookViews.Rotation.class)
    @Gives(value = KeyView.class, status = 201)
    ResponseEntity<byte[]> rotate(Write write, JsonBody body) {
        return desk.rotate(write, body);
    }

    @Operation(summary = "End a key at once that is not the newest")
    @PostMapping("/{generation}/retirement")
    @Gives(value = KeyView.class, status = 200)
    ResponseEntity<byte[]> retire(Write write, @PathVariable int generation) {
        return desk.retire(write, generation);
    }
}
