package org.entente.api.certificate;

import static org.entente.api.account.Role.BROKER;
import static org.entente.api.account.Role.EXPORTER;
import static org.entente.api.account.Role.ISSUING_OFFICER;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.Optional;
import org.entente.api.account.Caller;
import org.entente.api.audit.Audit;
import org.entente.api.body.Gives;
import org.entente.api.body.JsonBody;
import org.entente.api.body.Takes;
import org.entente.api.idempotency.Write;
import org.entente.api.node.ProgressView;
import org.entente.api.paging.PageRequest;
import org.entente.api.paging.Paged;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.model.origin.certificate.CertificateId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** This member's certificates over HTTP. */
@RestController
@RequestMapping(path = "/v1/certificates", produces = MediaType.APPLICATION_JSON_VALUE)
class CertificateController {

    private final IssuedStore issued;
    private final CertificateReading certificates;
    private final CertificateDesk desk;
    private final Audit audit;

    CertificateController(IssuedStore issued, CertificateReading certificates, CertificateDesk desk, Audit audit) {
        this.issued = issued;
        this.certificates = certificates;
        this.desk = desk;
        this.audit = audit;
    }

    /**
     * What an officer says to cancel.
     *
     * @param remark for people, at most 500 characters
     */
    record Cancellation(@Nullable String remark) {}

    @Operation(summary = "Issued certificates with what is left of them, newest first")
    @GetMapping
    @AllowedFor({EXPORTER, BROKER, ISSUING_OFFICER})
    ResponseEntity<IssuedView.Page> list(Caller caller, PageRequest page) {
        Paged<IssuedStore.Issued> found = issued.page(caller, page);
        Map<CertificateId, CertificateStanding> standings = certificates.standings(IssuedStore.partners(found));
        Paged<IssuedView> views = found.map(each -> IssuedView.of(each, standings.get(each.certificate())));
        return views.answer(() -> new IssuedView.Page(views.items()));
    }

    @Operation(summary = "One certificate: status, balances, uses, and how far that is complete")
    @GetMapping("/{certificate}")
    @AllowedFor({EXPORTER, BROKER, ISSUING_OFFICER})
    CertificateStanding view(Caller caller, @PathVariable String certificate) {
        IssuedStore.Issued found =
                issued.find(CertificateName.read(certificate), caller).orElseThrow(Refusal::unknown);
        CertificateStanding standing =
                certificates.standing(found.certificate(), found.partner()).orElseThrow(Refusal::unknown);
        audit.note(caller, "certificate.viewed", found.certificate().subject(), "");
        return standing;
    }

    @Operation(summary = "Cancel a certificate of which nothing is used")
    @PostMapping(path = "/{certificate}/cancellation", consumes = MediaType.APPLICATION_JSON_VALUE)
    @AllowedFor(ISSUING_OFFICER)
    @Takes(Cancellation.class)
    @Gives(value = ProgressView.class, status = 202)
    ResponseEntity<byte[]> cancel(Write write, JsonBody body, @PathVariable String certificate) {
        Optional<String> remark =
                body.read((in, findings) -> Optional.of(in.optionalText("remark", CertificateDesk.LONGEST_REMARK)));
        return desk.cancel(write, CertificateName.read(certificate), remark);
    }
}
