package org.entente.api.page.application;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.api.draft.DraftRemark;
import org.entente.api.page.form.CertificateForm;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.model.finding.Checked;
import org.entente.model.json.StrictJson;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.tradetrust.ImportedCertificate;
import org.entente.model.origin.tradetrust.TradeTrustImport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Fills the form in from a file: Entente's own JSON, or TradeTrust's. What finds no place is reported, never dropped. */
@Component
final class CertificateUpload {
    /** As many remarks as anybody reads; the last one says that there are more. */
    private static final int MOST = 100;

    private final TradeTrustImport foreign;

    CertificateUpload(RuleSets ruleSets) {
        this.foreign = new TradeTrustImport(ruleSets);
    }

    /**
     * What a file gave.
     *
     * @param form filled in as far as the file could be read
     * @param remarks what was left out, converted, assumed or not checked
     */
    record Filled(CertificateForm form, List<DraftRemark> remarks) {}

    /** Faults of the certificate are for the check; faults of the file are refused. */
    Filled read(byte[] file) {
        return switch (StrictJson.parse(file, TradeTrustImport.MAX_BYTES)) {
            case Checked.Accepted<JsonNode>(var json, var remarks) -> isForeign(json) ? foreign(file) : own(json);
            case Checked.Rejected<JsonNode>(var findings) ->
                throw new Refusal(ApiCode.REQUEST_BODY_INVALID, "the file is no JSON that can be read", findings);
        };
    }

    /** Entente's form names its agreement at the top; no form of TradeTrust's does. */
    private static boolean isForeign(JsonNode json) {
        return !json.isObject() || !(json.has("agreement") || json.has("referenceNo"));
    }

    private static Filled own(JsonNode json) {
        return new Filled(CertificateForm.of(json), limited(withoutPlace(json).toList()));
    }

    private Filled foreign(byte[] file) {
        ImportedCertificate imported = foreign.read(file);
        JsonNode draft = imported.draft()
                .orElseThrow(() -> new Refusal(
                        ApiCode.REQUEST_BODY_INVALID,
                        "the file is no certificate that can be read",
                        imported.findings()));
        return new Filled(
                CertificateForm.of(draft),
                limited(Stream.concat(
                                imported.remarks().stream()
                                        .map(remark -> new DraftRemark(
                                                DraftRemark.Kind.valueOf(
                                                        remark.kind().name()),
                                                remark.pointer(),
                                                remark.detail())),
                                withoutPlace(draft))
                        .toList()));
    }

    private static Stream<DraftRemark> withoutPlace(JsonNode json) {
        return CertificateForm.withoutPlace(json).stream()
                .map(pointer -> new DraftRemark(DraftRemark.Kind.UNMAPPED, pointer, "the form has no field for it"));
    }

    private static List<DraftRemark> limited(List<DraftRemark> all) {
        if (all.size() <= MOST) {
            return all;
        }
        List<DraftRemark> some = new ArrayList<>(all.subList(0, MOST));
        some.add(new DraftRemark(DraftRemark.Kind.UNMAPPED, "", "and " + (all.size() - MOST) + " more"));
        return some;
    }
}
