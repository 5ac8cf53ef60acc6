package org.entente.api.page.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.Caller;
import org.entente.api.account.Exporters;
import org.entente.api.draft.DraftRemark;
import org.entente.api.draft.DraftStore;
import org.entente.api.draft.DraftStore.Draft;
import org.entente.api.page.form.CertificateForm;
import org.entente.api.problem.Refusal;
import org.entente.model.json.CanonicalJson;
import org.entente.model.origin.certificate.Certificate;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.CertificateJson;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** Drafts as the form keeps them: what was typed last counts. */
@Component
final class DraftDesk {
    private static final int MOST_LISTED = 20;

    private final DraftStore drafts;
    private final Exporters exporters;
    private final TransactionTemplate transaction;

    DraftDesk(DraftStore drafts, Exporters exporters, TransactionTemplate transaction) {
        this.drafts = drafts;
        this.exporters = exporters;
        this.transaction = transaction;
    }

    Draft find(Caller caller, UUID id) {
        return drafts.find(id, caller).orElseThrow(Refusal::unknown);
    }

    List<Draft> newest(Caller caller) {
        return drafts.list(caller, Long.MAX_VALUE, MOST_LISTED);
    }

    /** A broker that names no exporter gets the only one it has; the form asks where there are several. */
    Draft add(Caller caller, Optional<UUID> exporter, CertificateForm form, List<DraftRemark> remarks) {
        Optional<UUID> named = exporter.isEmpty() && caller.exporters().size() == 1
                ? caller.exporters().stream().findFirst()
                : exporter;
        return drafts.add(
                exporters.chosen(caller, named).id(), CanonicalJson.bytes(form.json()), Optional.empty(), remarks);
    }

    /** What never counted, to be said better: under its number, and instead of what it was to replace. */
    Draft correction(Caller caller, UUID exporter, Certificate said, Optional<CertificateId> replaces) {
        return again(caller, exporter, CertificateJson.write(said), replaces);
    }

    /** What counts, to be said better: under a number of its own. */
    Draft replacement(Caller caller, UUID exporter, Certificate said, CertificateId old) {
        ObjectNode content = CertificateJson.write(said);
        content.remove(List.of("referenceNo", "issuedAt"));
        return again(caller, exporter, content, Optional.of(old));
    }

    private Draft again(Caller caller, UUID exporter, ObjectNode content, Optional<CertificateId> replaces) {
        return drafts.add(
                exporters.chosen(caller, Optional.of(exporter)).id(),
                CanonicalJson.bytes(content),
                replaces,
                List.of());
    }

    Draft change(Caller caller, UUID id, CertificateForm form) {
        byte[] content = CanonicalJson.bytes(form.json());
        return transaction.execute(status -> {
            Draft held = drafts.hold(id, caller).orElseThrow(Refusal::unknown);
            return drafts.change(held.id(), content);
        });
    }

    void drop(Caller caller, UUID id) {
        transaction.executeWithoutResult(status -> drafts.hold(id, caller).ifPresent(held -> drafts.remove(held.id())));
    }
}
