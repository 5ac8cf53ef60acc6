package org.entente.embedded.commit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.embedded.privacy.ExpectedWrite;
import org.entente.embedded.privacy.PrivateWriteRef;
import org.entente.model.member.MemberId;

/** Private writes that a member may see and does not have. Late is normal, missing is visible. */
public final class MissingData {
    private final Map<MemberId, Map<PrivateWriteRef, ExpectedWrite>> missing = new HashMap<>();
    private final Set<MemberId> heldBack = new HashSet<>();

    MissingData() {}

    synchronized void add(MemberId member, ExpectedWrite write) {
        missing.computeIfAbsent(member, any -> new LinkedHashMap<>()).put(write.ref(), write);
    }

    synchronized void remove(MemberId member, PrivateWriteRef ref) {
        missing.getOrDefault(member, new LinkedHashMap<>()).remove(ref);
    }

    synchronized List<ExpectedWrite> wanted(MemberId member) {
        return heldBack.contains(member) ? List.of() : of(member);
    }

    /**
     * What a member misses.
     *
     * @param member the member
     * @return in ledger order
     */
    public synchronized List<ExpectedWrite> of(MemberId member) {
        return new ArrayList<>(missing.getOrDefault(member, Map.of()).values());
    }

    /**
     * Keeps late data away from a member, or lets it in again.
     *
     * @param member the member
     * @param held true to keep it away
     */
    public synchronized void holdBack(MemberId member, boolean held) {
        if (held) {
            heldBack.add(member);
        } else {
            heldBack.remove(member);
        }
    }

    synchronized boolean isHeldBack(MemberId member) {
        return heldBack.contains(member);
    }
}
