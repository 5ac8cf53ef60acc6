package org.entente.api.verification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.entente.api.node.Registry;
import org.entente.model.member.MemberId;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.AgreementCode;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.CountryCode;
import org.entente.model.trust.Trust;
import org.springframework.stereotype.Component;

/**
 * Looks in the own copy wherever a certificate of a number can stand: in what each partner stated to this member, and in
 * what this member stated to each partner. Where the agreement is left out, only its parties can have issued under it.
 */
@Component
class NumberSearch {
    private final Registry registry;
    private final RuleSets ruleSets;
    private final LedgerCopy ledger;
    private final MemberId self;

    NumberSearch(Registry registry, RuleSets ruleSets, LedgerCopy ledger, MemberId self) {
        this.registry = registry;
        this.ruleSets = ruleSets;
        this.ledger = ledger;
        this.self = self;
    }

    /**
     * A place where such a certificate can stand.
     *
     * @param id the certificate, if it is this one
     * @param copy what the own fold says of it
     */
    record Place(CertificateId id, LedgerCopy.Copy copy) {}

    /** One question about each partner. */
    List<Place> places(Presented.Numbered asked, Trust trust, Instant now) {
        Map<MemberId, List<CertificateId>> asks = candidates(asked);
        List<Place> places = new ArrayList<>();
        asks.forEach((partner, ids) -> {
            Map<CertificateId, LedgerCopy.Copy> copies = ledger.between(ids, partner, trust, now);
            ids.forEach(id -> places.add(new Place(id, Objects.requireNonNull(copies.get(id)))));
        });
        return places;
    }

    private Map<MemberId, List<CertificateId>> candidates(Presented.Numbered asked) {
        List<MemberId> partners = registry.ask(known -> List.copyOf(known.members())).stream()
                .filter(member -> !member.equals(self))
                .toList();
        Map<MemberId, List<CertificateId>> candidates = new LinkedHashMap<>();
        agreements(asked)
                .forEach(agreement -> partners.stream()
                        .filter(partner -> asked.agreement().isPresent() || areParties(agreement, partner))
                        .forEach(partner -> Stream.of(partner, self)
                                .filter(issuer ->
                                        asked.issuer().map(issuer::equals).orElse(true))
                                .map(issuer -> new CertificateId(issuer, agreement, asked.number()))
                                .forEach(id -> candidates
                                        .computeIfAbsent(partner, each -> new ArrayList<>())
                                        .add(id))));
        return candidates;
    }

    private List<AgreementCode> agreements(Presented.Numbered asked) {
        return asked.agreement()
                .map(List::of)
                .orElseGet(() -> ruleSets.all().stream()
                        .map(RuleSet::agreement)
                        .distinct()
                        .toList());
    }

    private boolean areParties(AgreementCode agreement, MemberId partner) {
        return ruleSets.all().stream()
                .filter(ruleSet -> ruleSet.agreement().equals(agreement))
                .anyMatch(ruleSet -> isParty(ruleSet, partner) && isParty(ruleSet, self));
    }

    private static boolean isParty(RuleSet ruleSet, MemberId member) {
        return ruleSet.parties().value().contains(new CountryCode(member.value()));
    }
}
