package org.entente.api.page.network;

import java.util.List;
import org.entente.api.account.Role;
import org.entente.api.node.Registry;
import org.entente.api.problem.FindingView;
import org.entente.api.security.AllowedFor;
import org.entente.client.MemberNode;
import org.entente.client.show.MissingValue;
import org.entente.client.show.Page;
import org.entente.client.show.QuarantinedBatch;
import org.entente.client.show.Shown;
import org.entente.client.show.ShownIncident;
import org.entente.client.show.StreamStatus;
import org.entente.model.member.Admission;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.MemberRegistry;
import org.entente.model.member.VerificationKey;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Members with their keys, streams and how far each is complete, what is missing, quarantined or odd. */
@Controller
@AllowedFor(Role.ADMINISTRATOR)
final class NetworkPage {
    private final MemberNode node;
    private final Registry registry;

    NetworkPage(MemberNode node, Registry registry) {
        this.node = node;
        this.registry = registry;
    }

    /**
     * A member.
     *
     * @param code ISO 3166-1 alpha-2
     * @param name of the administration
     * @param did its decentralised identifier
     * @param admitted whether its statements count
     * @param keys its present keys
     */
    record MemberRow(String code, String name, String did, boolean admitted, List<VerificationKey> keys) {
        static MemberRow of(MemberRegistry known, MemberId member) {
            return new MemberRow(
                    member.value(),
                    known.admission(member, Registry.NOW).map(Admission::name).orElse(""),
                    known.admission(member, Registry.NOW).map(Admission::did).orElse(""),
                    known.admission(member, Registry.NOW)
                            .map(Admission::admitted)
                            .orElse(false),
                    known.keys(member, Registry.NOW).map(MemberKeys::keys).orElse(List.of()));
        }
    }

    /**
     * A value that failed a check.
     *
     * @param batch where it stands
     * @param findings every reason
     */
    record QuarantinedRow(QuarantinedBatch batch, List<FindingView> findings) {
        static QuarantinedRow of(QuarantinedBatch batch) {
            return new QuarantinedRow(
                    batch, batch.findings().stream().map(FindingView::of).toList());
        }
    }

    @GetMapping("/network")
    String view(Model model) {
        Shown shown = node.shown();
        List<StreamStatus> streams = shown.streams();
        Page<MissingValue> missing = shown.missing(Page.START);
        Page<QuarantinedBatch> quarantined = shown.quarantined(Page.START);
        Page<ShownIncident> incidents = shown.incidents(Page.START);
        model.addAttribute(
                "members",
                registry.ask(known -> known.members().stream()
                        .map(member -> MemberRow.of(known, member))
                        .toList()));
        model.addAttribute("streams", streams);
        model.addAttribute("missing", missing.items());
        model.addAttribute("moreMissing", missing.next().isPresent());
        model.addAttribute(
                "quarantined",
                quarantined.items().stream().map(QuarantinedRow::of).toList());
        model.addAttribute("moreQuarantined", quarantined.next().isPresent());
        model.addAttribute("incidents", incidents.items());
        return "network";
    }
}
