package org.entente.api.page.certificate;

import java.util.Optional;
import org.entente.api.certificate.CertificateName;
import org.entente.api.certificate.CertificateStanding;
import org.entente.api.paging.Paged;
import org.entente.model.origin.certificate.CertificateId;
import org.springframework.ui.Model;

/**
 * A certificate in a list.
 *
 * @param name in paths
 * @param number its reference number
 * @param agreement under which
 * @param partner the other administration
 * @param words the message that says where it stands
 * @param kind the icon and colour beside them
 */
record StandingRow(String name, String number, String agreement, String partner, String words, String kind) {
    static StandingRow of(CertificateId id, String partner, Optional<CertificateStanding> standing) {
        Optional<StandingShown> shown = standing.map(known -> StandingShown.of(id, known));
        return new StandingRow(
                CertificateName.of(id),
                id.referenceNo().value(),
                id.agreement().value(),
                partner,
                shown.map(StandingShown::words).orElse("standing.on-its-way"),
                shown.map(StandingShown::kind).orElse("waiting"));
    }

    /** The same page for what was issued and what arrived. */
    static String list(String which, Paged<StandingRow> rows, String path, Model model) {
        model.addAttribute("heading", which + ".title");
        model.addAttribute("none", which + ".none");
        model.addAttribute("items", rows.items());
        model.addAttribute("older", rows.cursor().orElse(null));
        model.addAttribute("path", path);
        return "certificate/list";
    }
}
