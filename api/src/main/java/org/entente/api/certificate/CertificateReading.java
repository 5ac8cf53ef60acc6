package org.entente.api.certificate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.client.origin.CertificateAnswer;
import org.entente.client.origin.CertificateClient;
import org.entente.model.member.MemberId;
import org.entente.model.origin.certificate.CertificateId;
import org.springframework.stereotype.Component;

/** Reads where certificates stand, as the own fold has them. */
@Component
public class CertificateReading {
    private final CertificateClient certificates;

    CertificateReading(CertificateClient certificates) {
        this.certificates = certificates;
    }

    /**
     * Where a certificate stands.
     *
     * @param id the certificate
     * @param partner the other administration
     * @return its standing; empty if no such certificate stands, nothing is missing and nothing is on its way
     */
    public Optional<CertificateStanding> standing(CertificateId id, MemberId partner) {
        return standing(id, partner, certificates.status(id, partner));
    }

    /**
     * Where the certificates of a list stand: one look for each partner, however long the list is.
     *
     * @param partners each certificate with the other administration
     * @return the standings; without those of which {@link #standing(CertificateId, MemberId)} gives none
     */
    public Map<CertificateId, CertificateStanding> standings(Map<CertificateId, MemberId> partners) {
        Map<MemberId, List<CertificateId>> asked = new LinkedHashMap<>();
        partners.forEach((id, partner) ->
                asked.computeIfAbsent(partner, each -> new ArrayList<>()).add(id));
        Map<CertificateId, CertificateStanding> standings = new HashMap<>();
        asked.forEach((partner, ids) -> certificates
                .statuses(ids, partner)
                .forEach((id, answer) -> standing(id, partner, answer).ifPresent(found -> standings.put(id, found))));
        return standings;
    }

    /**
     * Where a certificate stands by an answer that is at hand.
     *
     * @param id the certificate
     * @param partner the other administration
     * @param answer what the own fold says of it
     * @return its standing; empty if no such certificate stands, nothing is missing and nothing is on its way
     */
    public static Optional<CertificateStanding> standing(CertificateId id, MemberId partner, CertificateAnswer answer) {
        return switch (answer) {
            case CertificateAnswer.Known(var view, var complete, var open) ->
                Optional.of(CertificateStanding.of(id, partner.value(), view, null, complete, open));
            case CertificateAnswer.CouldNotCheck(var reason, var lastKnown, var complete) ->
                Optional.of(CertificateStanding.of(
                        id, partner.value(), lastKnown.orElse(null), reason, complete, List.of()));
            case CertificateAnswer.Unknown(var complete, var open) ->
                open.isEmpty()
                        ? Optional.empty()
                        : Optional.of(CertificateStanding.of(id, partner.value(), null, null, complete, open));
        };
    }
}
