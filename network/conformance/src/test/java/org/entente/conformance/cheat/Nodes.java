package org.entente.conformance.cheat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.entente.certs.msp.IdentityFault;
import org.entente.certs.msp.IdentityOutcome;
import org.entente.certs.msp.MspValidator;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.NodeRole;
import org.entente.client.evidence.NodeIdentities;
import org.entente.client.evidence.NodeIdentity;
import org.entente.model.member.MemberId;

/** Judges the certificates in an envelope by a member's root, as whoever is shown an evidence file does. */
final class Nodes implements NodeIdentities {
    @Override
    public NodeIdentity judge(MemberId member, List<String> roots, byte[] certificate, Role role, Instant at) {
        MspValidator validator = MspValidator.of(
                member,
                roots.stream()
                        .map(root -> Certificates.parsePem(root.getBytes(StandardCharsets.US_ASCII))
                                .orElseThrow())
                        .toList(),
                List.of());
        return switch (validator.validate(certificate, at)) {
            case IdentityOutcome.Valid valid ->
                valid.role() == (role == Role.CLIENT ? NodeRole.CLIENT : NodeRole.PEER)
                        ? new NodeIdentity.Certified()
                        : new NodeIdentity.Refused("it is of a " + valid.role());
            case IdentityOutcome.Invalid(IdentityFault fault) ->
                fault == IdentityFault.UNTRUSTED ? new NodeIdentity.Foreign() : new NodeIdentity.Refused(fault.name());
        };
    }
}
