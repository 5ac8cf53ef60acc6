package org.entente.embedded.policy;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.embedded.identity.Identity;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole;
import org.hyperledger.fabric.protos.common.SignaturePolicy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/**
 * Builds and evaluates signature policies (Fabric documentation, "Endorsement policies"). Evaluation follows Fabric's
 * rule that one identity counts once within a gate.
 */
public final class SignaturePolicies {
    private static final int MAX_DEPTH = 32;

    private SignaturePolicies() {}

    /**
     * At least so many of the members, each in a role.
     *
     * @param count how many
     * @param members of whom
     * @param role in which role
     * @return the policy
     */
    public static SignaturePolicyEnvelope atLeast(int count, Collection<MemberId> members, MSPRole.MSPRoleType role) {
        SignaturePolicyEnvelope.Builder policy = SignaturePolicyEnvelope.newBuilder();
        SignaturePolicy.NOutOf.Builder gate =
                SignaturePolicy.NOutOf.newBuilder().setN(count);
        for (MemberId member : members) {
            gate.addRules(SignaturePolicy.newBuilder().setSignedBy(policy.getIdentitiesCount()));
            policy.addIdentities(principal(member, role));
        }
        return policy.setRule(SignaturePolicy.newBuilder().setNOutOf(gate)).build();
    }

    /**
     * More than half of the members, each by its peer.
     *
     * @param members all members
     * @return the policy
     */
    public static SignaturePolicyEnvelope majorityOfPeers(Collection<MemberId> members) {
        return atLeast(members.size() / 2 + 1, members, MSPRole.MSPRoleType.PEER);
    }

    /**
     * Whether the signers suffice. Signatures must have been verified already; a repeated signer counts once.
     *
     * @param policy what is demanded
     * @param signers who signed
     * @return true when satisfied; false for a malformed policy
     */
    public static boolean isSatisfied(SignaturePolicyEnvelope policy, Collection<Identity> signers) {
        Map<ByteString, Identity> unique = new LinkedHashMap<>();
        signers.forEach(signer -> unique.putIfAbsent(signer.serialized(), signer));
        List<Identity> identities = new ArrayList<>(unique.values());
        return evaluate(policy.getRule(), policy, identities, new boolean[identities.size()], 0);
    }

    private static boolean evaluate(
            SignaturePolicy rule, SignaturePolicyEnvelope policy, List<Identity> signers, boolean[] used, int depth) {
        if (depth > MAX_DEPTH) {
            return false;
        }
        return switch (rule.getTypeCase()) {
            case SIGNED_BY -> takesOne(rule.getSignedBy(), policy, signers, used);
            case N_OUT_OF -> passesGate(rule.getNOutOf(), policy, signers, used, depth);
            case TYPE_NOT_SET -> false;
        };
    }

    private static boolean takesOne(int index, SignaturePolicyEnvelope policy, List<Identity> signers, boolean[] used) {
        if (index < 0 || index >= policy.getIdentitiesCount()) {
            return false;
        }
        for (int i = 0; i < signers.size(); i++) {
            if (!used[i] && signers.get(i).satisfies(policy.getIdentities(index))) {
                used[i] = true;
                return true;
            }
        }
        return false;
    }

    private static boolean passesGate(
            SignaturePolicy.NOutOf gate,
            SignaturePolicyEnvelope policy,
            List<Identity> signers,
            boolean[] used,
            int depth) {
        int passed = 0;
        for (SignaturePolicy rule : gate.getRulesList()) {
            boolean[] attempt = used.clone();
            if (evaluate(rule, policy, signers, attempt, depth + 1)) {
                passed++;
                System.arraycopy(attempt, 0, used, 0, used.length);
            }
        }
        return passed >= gate.getN();
    }

    private static MSPPrincipal principal(MemberId member, MSPRole.MSPRoleType role) {
        return MSPPrincipal.newBuilder()
                .setPrincipalClassification(MSPPrincipal.Classification.ROLE)
                .setPrincipal(MSPRole.newBuilder()
                        .setMspIdentifier(member.value())
                        .setRole(role)
                        .build()
                        .toByteString())
                .build();
    }
}
