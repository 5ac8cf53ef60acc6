package org.entente.api.publication;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import org.entente.api.credential.Credentials;
import org.entente.api.node.NodeTrust;
import org.entente.api.problem.Refusal;
import org.entente.api.security.Open;
import org.entente.certs.credential.did.DidDocument;
import org.entente.certs.credential.document.OriginContext;
import org.entente.certs.credential.status.StatusPurpose;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What anybody may fetch. */
@RestController
@Open
class PublicationController {
    private static final Duration A_WHILE = Duration.ofMinutes(5);

    private final NodeTrust trust;
    private final StatusListPublisher lists;
    private final Credentials credentials;
    private final MemberId self;

    PublicationController(NodeTrust trust, StatusListPublisher lists, Credentials credentials, MemberId self) {
        this.trust = trust;
        this.lists = lists;
        this.credentials = credentials;
        this.self = self;
    }

    @Operation(summary = "The administration's DID document (did:web), for verifiers outside the network")
    @GetMapping(path = "/.well-known/did.json", produces = "application/did+ld+json")
    ResponseEntity<byte[]> did() {
        return answer(DidDocument.bytes(trust.issuer(self).orElseThrow(Refusal::unknown)), A_WHILE);
    }

    @Operation(summary = "The JSON-LD context of certificates of origin; its bytes never change")
    @GetMapping(path = OriginContext.PATH, produces = "application/ld+json")
    ResponseEntity<byte[]> context() {
        return answer(OriginContext.bytes(), Duration.ofDays(365));
    }

    @Operation(summary = "A list of revoked or suspended certificates (Bitstring Status List), as a vc+jwt")
    @GetMapping(path = "/status-lists/{kind}/{purpose}/{number}", produces = "application/vc+jwt")
    ResponseEntity<byte[]> list(@PathVariable String kind, @PathVariable String purpose, @PathVariable String number) {
        if (!number.matches("0|[1-9][0-9]{0,8}")) {
            throw Refusal.unknown();
        }
        StatusListPublisher.Published list = StatusPurpose.ofWire(purpose)
                .flatMap(meaning -> lists.list(kind, meaning, Integer.parseInt(number)))
                .orElseThrow(Refusal::unknown);
        return answer(list.secured(), StatusListPublisher.TTL);
    }

    @Operation(summary = "Whom this administration trusts, for checks without any network (schema trust-1)")
    @GetMapping(path = "/v1/trust", produces = "application/json")
    ResponseEntity<byte[]> trust() {
        return answer(trust.now().bytes(), A_WHILE);
    }

    @Operation(summary = "What a certificate's link leads to: ciphertext that only the link's key opens")
    @GetMapping(path = "/v1/public/links/{address}", produces = "application/octet-stream")
    ResponseEntity<byte[]> link(@PathVariable String address) {
        return answer(credentials.behind(address).orElseThrow(Refusal::unknown), A_WHILE);
    }

    /** Spring answers 304 by itself where the caller has these bytes. */
    private static ResponseEntity<byte[]> answer(byte[] body, Duration fresh) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(fresh).cachePublic())
                .eTag('"' + Digest.of(body).hex().substring(0, 32) + '"')
                .body(body);
    }
}
