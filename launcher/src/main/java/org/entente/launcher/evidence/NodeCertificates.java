package org.entente.launcher.evidence;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.certs.msp.IdentityFault;
import org.entente.certs.msp.IdentityOutcome;
import org.entente.certs.msp.MspValidator;
import org.entente.certs.x509.Certificates;
import org.entente.certs.x509.NodeRole;
import org.entente.client.evidence.NodeIdentities;
import org.entente.client.evidence.NodeIdentity;
import org.entente.model.finding.Finding;
import org.entente.model.member.MemberId;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedMember;

/** Judges the nodes of a transaction as a Fabric peer would, by the roots of a trust file. */
final class NodeCertificates implements NodeIdentities {
    /** Root certificates that nothing could be checked against. */
    static List<Finding> unusable(Trust trust) {
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<MemberId, TrustedMember> each : trust.members().entrySet()) {
            List<String> roots = each.getValue().roots();
            for (int i = 0; i < roots.size(); i++) {
                if (validator(each.getKey(), List.of(roots.get(i))).isEmpty()) {
                    findings.add(Finding.of(
                            FileCode.FILE_ROOT_UNREADABLE,
                            "/members/" + each.getKey() + "/roots/" + i,
                            "not one CA certificate in PEM"));
                }
            }
        }
        return findings;
    }

    @Override
    public NodeIdentity judge(MemberId member, List<String> roots, byte[] certificate, Role role, Instant at) {
        NodeRole wanted = role == Role.CLIENT ? NodeRole.CLIENT : NodeRole.PEER;
        return validator(member, roots)
                .<NodeIdentity>map(validator -> switch (validator.validate(certificate, at)) {
                    case IdentityOutcome.Valid valid ->
                        valid.role() == wanted
                                ? new NodeIdentity.Certified()
                                : new NodeIdentity.Refused(
                                        "it is a " + valid.role().organizationalUnit() + "'s");
                    case IdentityOutcome.Invalid(IdentityFault fault) ->
                        fault == IdentityFault.UNTRUSTED
                                ? new NodeIdentity.Foreign()
                                : new NodeIdentity.Refused(fault.name());
                })
                .orElseGet(NodeIdentity.Foreign::new);
    }

    private static Optional<MspValidator> validator(MemberId member, List<String> roots) {
        List<X509Certificate> certificates = roots.stream()
                .flatMap(root -> Certificates.parsePem(root.getBytes(StandardCharsets.UTF_8)).stream())
                .toList();
        try {
            return certificates.size() == roots.size()
                    ? Optional.of(MspValidator.of(member, certificates, List.of()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
