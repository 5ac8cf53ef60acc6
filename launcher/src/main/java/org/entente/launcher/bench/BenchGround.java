package org.entente.launcher.bench;

import java.util.List;
import org.entente.launcher.consortium.NodeSettings;
import org.entente.model.member.MemberId;

/** What runs under a bench: a network, a database for each member, and what stands on the ledger once for all. */
interface BenchGround extends AutoCloseable {
    /** All members, in their order. */
    List<MemberId> members();

    /** What a member's instance is started with. */
    NodeSettings settings(MemberId member);

    @Override
    void close();
}
