package org.entente.conformance.cheat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.certs.statement.StatementSignatures;
import org.entente.client.evidence.EnvelopeProof;
import org.entente.conformance.network.NetworkUnderTest;
import org.entente.model.evidence.Evidence;
import org.entente.model.evidence.EvidenceCheck;
import org.entente.model.evidence.EvidenceComparison;
import org.entente.model.evidence.EvidenceVerdict;
import org.entente.model.finding.Checked;
import org.entente.model.ledger.Digest;
import org.entente.model.member.MemberId;
import org.entente.model.trust.Trust;
import org.entente.model.trust.TrustedMember;
import org.hyperledger.fabric.client.identity.Identities;

/** Whoever is shown evidence files, and has no network: the members' roots and keys are all that it knows. */
final class Courts {
    private final Map<MemberId, TrustedMember> trusted = new TreeMap<>();

    Courts(NetworkUnderTest network, Cast cast) {
        for (MemberId member : List.of(Cast.AU, Cast.CN, Cast.SG)) {
            trusted.put(
                    member,
                    new TrustedMember(
                            Set.of(Digest.of(cast.key(member).publicKeySpki())),
                            List.of(Identities.toPemString(network.root(member)))));
        }
    }

    /** What a file lacks to prove what it says, by its bytes alone; empty if it does. */
    String doubts(Evidence evidence) {
        EvidenceCheck check = new EvidenceCheck(
                StatementSignatures.check(),
                new EnvelopeProof(StatementSignatures.check(), new Nodes()),
                new Trust(trusted));
        EvidenceVerdict verdict = check.check(evidence.bytes());
        return verdict.isValid() ? "" : verdict.toString();
    }

    /** What two files prove against their author. */
    List<String> exposed(Evidence one, Evidence other) {
        return EvidenceComparison.compare(one.entries(), other.entries()).stream()
                .map(each -> each.author() + " " + each.kind())
                .toList();
    }

    /** A reader's evidence of a subject on which the cheat spoke. */
    static Evidence of(Reader reader, String subject) {
        if (reader.node().evidence().ofSubject(Cast.CN, subject)
                instanceof Checked.Accepted<Evidence>(var evidence, var remarks)) {
            return evidence;
        }
        throw new AssertionError("there is no evidence of " + subject);
    }

    static boolean holds(Evidence evidence, String text) {
        return new String(evidence.bytes(), UTF_8).contains(text);
    }
}
