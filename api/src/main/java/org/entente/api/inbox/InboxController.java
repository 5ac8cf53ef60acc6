package org.entente.api.inbox;

import static org.entente.api.account.Role.VERIFYING_OFFICER;

import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.api.account.Caller;
import org.entente.api.audit.Audit;
import org.entente.api.body.Gives;
import org.entente.api.body.JsonBody;
import org.entente.api.body.Takes;
import org.entente.api.certificate.CertificateReading;
import org.entente.api.certificate.CertificateStanding;
import org.entente.api.idempotency.Write;
import org.entente.api.node.ProgressView;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.client.show.ShownStatement;
import org.entente.model.member.MemberId;
import org.entente.model.origin.OriginStatement;
import org.entente.model.origin.certificate.CertificateId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Partners' certificates over HTTP. */
@RestController
@RequestMapping(path = "/v1/inbox", produces = MediaType.APPLICATION_JSON_VALUE)
@AllowedFor(VERIFYING_OFFICER)
class InboxController {
    private final InboxList inbox;
    private final CertificateReading certificates;
    private final InboxDesk desk;
    private final Audit audit;
    private final MemberId self;

    InboxController(InboxList inbox, CertificateReading certificates, InboxDesk desk, Audit audit, MemberId self) {
        this.inbox = inbox;
        this.certificates = certificates;
        this.desk = desk;
        this.audit = audit;
        this.self = self;
    }

    @Operation(summary = "Partners' certificates, newest on the ledger first")
    @GetMapping
    ResponseEntity<InboxView.Page> list(PageRequest page, @RequestParam(required = false) @Nullable String partner) {
        Paged<ShownStatement> found = inbox.page(Optional.ofNullable(partner).map(this::partner), page);
        Map<ShownStatement, CertificateId> ids = new LinkedHashMap<>();
        found.items()
                .forEach(issued -> CertificateId.ofSubject(issued.subject()).ifPresent(id -> ids.put(issued, id)));
        Map<CertificateId, CertificateStanding> standings = certificates.standings(
                ids.values().stream().distinct().collect(Collectors.toMap(id -> id, CertificateId::issuer)));
        return found.answer(() -> new InboxView.Page(ids.entrySet().stream()
                .flatMap(each -> shown(each.getKey(), each.getValue(), standings).stream())
                .toList()));
    }

    private MemberId partner(String text) {
        if (!MemberId.isValid(text) || text.equals(self.value())) {
            throw Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, "partner is another member's code, such as AU");
        }
        return new MemberId(text);
    }

    private static Optional<InboxView> shown(
            ShownStatement issued, CertificateId id, Map<CertificateId, CertificateStanding> standings) {
        return Optional.ofNullable(standings.get(id))
                .map(standing -> new InboxView(
                        standing.id(),
                        id.issuer().value(),
                        id.agreement().value(),
                        id.referenceNo().value(),
                        issued.at().block(),
                        standing.answer(),
                        standing.status(),
                        standing.balances()));
    }

    @Operation(summary = "One certificate: status, balances, uses, and how far that is complete")
    @GetMapping("/{certificate}")
    CertificateStanding view(Caller caller, @PathVariable String certificate) {
        CertificateId id = desk.certificate(certificate);
        CertificateStanding standing = certificates.standing(id, id.issuer()).orElseThrow(Refusal::unknown);
        audit.note(caller, "certificate.viewed", id.subject(), "");
        return standing;
    }

    @Operation(summary = "Accept the certificate, or refuse it or some items with coded reasons")
    @PostMapping(path = "/{certificate}/acknowledgement", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(InboxForms.Acknowledgement.class)
    @Gives(value = ProgressView.class, status = 202)
    ResponseEntity<byte[]> acknowledge(Write write, JsonBody body, @PathVariable String certificate) {
        return desk.say(write, desk.certificate(certificate), OriginStatement.ACKNOWLEDGED, body);
    }

    @Operation(summary = "State that a declaration used a quantity of an item")
    @PostMapping(path = "/{certificate}/uses", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(InboxForms.Use.class)
    @Gives(value = ProgressView.class, status = 202)
    ResponseEntity<byte[]> use(Write write, JsonBody body, @PathVariable String certificate) {
        return desk.say(write, desk.certificate(certificate), OriginStatement.USED, body);
    }

    @Operation(summary = "State that a use no longer counts")
    @PostMapping(path = "/{certificate}/reversals", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Takes(InboxForms.Reversal.class)
    @Gives(value = ProgressView.class, status = 202)
    ResponseEntity<byte[]> reverse(Write write, JsonBody body, @PathVariable String certificate) {
        return desk.say(write, desk.certificate(certificate), OriginStatement.USE_REVERSED, body);
    }
}
