package org.entente.api.webhook;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.entente.api.account.Role;
import org.entente.api.body.Gives;
import org.entente.api.body.JsonBody;
import org.entente.api.body.Takes;
import org.entente.api.idempotency.Write;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.api.webhook.WebhookViews.Deliveries;
import org.entente.api.webhook.WebhookViews.DeliveryView;
import org.entente.api.webhook.WebhookViews.EndpointView;
import org.entente.api.webhook.WebhookViews.Endpoints;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints for events and the log of what was sent to them, for administrators. */
@RestController
@RequestMapping(path = "/v1/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
@AllowedFor(Role.ADMINISTRATOR)
class WebhookController {
    private final WebhookDesk desk;
    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final WebhookSigner signer;

    WebhookController(WebhookDesk desk, EndpointStore endpoints, DeliveryStore deliveries, WebhookSigner signer) {
        this.desk = desk;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.signer = signer;
    }

    @Operation(summary = "Register a system that is told of events from now on (Standard Webhooks 1.0, Ed25519)")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(EndpointForm.New.class)
    @Gives(value = EndpointView.class, status = 201)
    ResponseEntity<byte[]> add(Write write, JsonBody body) {
        return desk.add(write, body);
    }

    @Operation(summary = "Systems that are told of events, newest first")
    @GetMapping
    ResponseEntity<Endpoints> list(PageRequest page) {
        Paged<Endpoint> paged = Paged.of(
                endpoints.list(Paged.number(page, Long.MAX_VALUE), page.limit() + 1),
                page.limit(),
                last -> String.valueOf(last.sequence()));
        List<String> keys = signer.publicKeys();
        return paged.answer(() -> new Endpoints(
                paged.map(endpoint -> EndpointView.of(endpoint, keys)).items()));
    }

    @Operation(summary = "A system that is told of events")
    @GetMapping("/{id}")
    ResponseEntity<EndpointView> endpoint(@PathVariable UUID id) {
        Endpoint found = endpoints.find(id).orElseThrow(Refusal::unknown);
        return ResponseEntity.ok().eTag(Write.tag(found.version())).body(EndpointView.of(found, signer.publicKeys()));
    }

    @Operation(summary = "Let an endpoint rest, or tell it again: of what happened meanwhile too")
    @PostMapping(path = "/{id}/state", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(WebhookViews.Wanted.class)
    @Gives(value = EndpointView.class, status = 200)
    ResponseEntity<byte[]> change(Write write, JsonBody body, @PathVariable UUID id) {
        return desk.change(write, id, body);
    }

    @Operation(summary = "Forget an endpoint and its log")
    @DeleteMapping("/{id}")
    @Gives(value = EndpointView.class, status = 200)
    ResponseEntity<byte[]> remove(Write write, @PathVariable UUID id) {
        return desk.remove(write, id);
    }

    @Operation(summary = "Send a message that only shows whether messages arrive")
    @PostMapping("/{id}/ping")
    @Gives(value = WebhookViews.Asked.class, status = 202)
    ResponseEntity<byte[]> ping(Write write, @PathVariable UUID id) {
        return desk.ping(write, id);
    }

    @Operation(summary = "What was sent to an endpoint in the last 90 days and what waits, newest first")
    @GetMapping("/{id}/deliveries")
    ResponseEntity<Deliveries> deliveries(@PathVariable UUID id, PageRequest page) {
        Endpoint endpoint = endpoints.find(id).orElseThrow(Refusal::unknown);
        Paged<Delivery> paged = Paged.of(
                deliveries.list(endpoint.id(), Paged.number(page, Long.MAX_VALUE), page.limit() + 1),
                page.limit(),
                last -> String.valueOf(last.sequence()));
        return paged.answer(() -> new Deliveries(paged.map(DeliveryView::of).items()));
    }

    @Operation(summary = "Send again: one event, or all between two moments; under the same webhook-id")
    @PostMapping(path = "/{id}/replays", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(WebhookViews.Replay.class)
    @Gives(value = WebhookViews.Asked.class, status = 202)
    ResponseEntity<byte[]> replay(Write write, JsonBody body, @PathVariable UUID id) {
        return desk.replay(write, id, body);
    }
}
