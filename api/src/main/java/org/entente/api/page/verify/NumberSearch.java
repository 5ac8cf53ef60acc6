package org.entente.api.page.verify;

import java.util.List;
import org.entente.api.certificate.CertificateReading;
import org.entente.api.node.Registry;
import org.entente.model.member.MemberId;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.AgreementCode;
import org.entente.model.origin.certificate.CertificateId;
import org.entente.model.origin.certificate.ReferenceNumber;
import org.springframework.stereotype.Component;

/** Finds partners' certificates by their number alone: a number is unique for each issuer and agreement only. */
@Component
final class NumberSearch {
    private final Registry registry;
    private final RuleSets ruleSets;
    private final CertificateReading certificates;
    private final MemberId self;

    NumberSearch(Registry registry, RuleSets ruleSets, CertificateReading certificates, MemberId self) {
        this.registry = registry;
        this.ruleSets = ruleSets;
        this.certificates = certificates;
        this.self = self;
    }

    List<CertificateId> find(String number) {
        ReferenceNumber reference;
        try {
            reference = new ReferenceNumber(number);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
        List<AgreementCode> agreements =
                ruleSets.all().stream().map(RuleSet::agreement).distinct().toList();
        return registry.ask(known -> List.copyOf(known.members())).stream()
                .filter(member -> !member.equals(self))
                .flatMap(
                        member -> agreements.stream().map(agreement -> new CertificateId(member, agreement, reference)))
                .filter(id -> certificates
                        .standing(id, id.issuer())
                        .map(standing -> standing.certificate() != null)
                        .orElse(false))
                .toList();
    }
}
