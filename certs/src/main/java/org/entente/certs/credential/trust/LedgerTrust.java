package org.entente.certs.credential.trust;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entente.model.ledger.Digest;
import org.entente.model.ledger.Position;
import org.entente.model.member.Admission;
import org.entente.model.member.KeyPurpose;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberRegistry;
import org.entente.model.member.VerificationKey;
import org.entente.model.origin.agreement.RuleSet;
import org.entente.model.origin.agreement.RuleSets;
import org.entente.model.origin.certificate.CountryCode;
import org.entente.model.trust.AsOf;
import org.entente.model.trust.Entitlement;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedIssuer;
import org.entente.model.trust.TrustedMember;

/**
 * The trust that follows from the ledger: who was admitted, under which DID and keys, and to which agreements each is a
 * party. Two members of one DID are both left out as issuers: nobody could tell whose word a credential is.
 */
public final class LedgerTrust {
    private final MemberRegistry registry;
    private final RuleSets ruleSets;

    /**
     * Trust by a registry and agreements.
     *
     * @param registry what the public state said at every position
     * @param ruleSets the agreements
     */
    public LedgerTrust(MemberRegistry registry, RuleSets ruleSets) {
        this.registry = registry;
        this.ruleSets = ruleSets;
    }

    /**
     * The trust as of a position. Whether a datum of an agreement is verified is for the rules of the certificate to say:
     * a party that is named unverified is entitled, and every certificate of it carries that remark.
     *
     * @param at everything before it counts
     * @param time the moment up to which the caller has followed the ledger
     * @return the trust
     */
    public Trust at(Position at, Instant time) {
        Map<MemberId, TrustedMember> members = new TreeMap<>();
        Set<String> ambiguous = ambiguousDids(at);
        for (MemberId member : registry.everAdmitted(at)) {
            KeyTimeline keys = KeyTimeline.of(registry, member, at);
            Optional<TrustedIssuer> issuer = registry.admission(member, at)
                    .filter(admission -> !ambiguous.contains(admission.did()))
                    .map(admission -> issuer(admission, keys));
            members.put(member, new TrustedMember(statementKeys(keys), List.of(), issuer));
        }
        return new Trust(members, Optional.of(new AsOf(time, Optional.of(at))));
    }

    private TrustedIssuer issuer(Admission admission, KeyTimeline keys) {
        return new TrustedIssuer(admission.name(), admission.did(), keys.credentialKeys(), entitlements(admission));
    }

    private List<Entitlement> entitlements(Admission admission) {
        CountryCode country = new CountryCode(admission.member().value());
        return ruleSets.all().stream()
                .filter(ruleSet -> ruleSet.parties().value().contains(country))
                .map((RuleSet ruleSet) -> ruleSet.agreement().value())
                .distinct()
                .sorted()
                .map(agreement ->
                        new Entitlement(Entitlement.ORIGIN_CERTIFICATE, agreement, Optional.empty(), Optional.empty()))
                .toList();
    }

    private static Set<Digest> statementKeys(KeyTimeline keys) {
        Set<Digest> digests = new HashSet<>();
        keys.everPublished().stream()
                .filter(key -> key.serves(KeyPurpose.STATEMENT))
                .map(VerificationKey::spki)
                .map(Digest::of)
                .forEach(digests::add);
        return digests;
    }

    private Set<String> ambiguousDids(Position at) {
        Map<String, MemberId> holders = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (MemberId member : registry.everAdmitted(at)) {
            registry.admission(member, at).map(Admission::did).ifPresent(did -> {
                if (holders.put(did, member) != null) {
                    ambiguous.add(did);
                }
            });
        }
        return ambiguous;
    }
}
