package org.entente.fabric.plan;

/** Who decides the order of transactions, and what that survives. */
public enum Ordering {
    /**
     * SmartBFT: among four orderers one may lie, censor or be down (Fabric 3, "Configuring and operating a BFT ordering
     * service"). Needs four.
     */
    SMART_BFT(4),
    /** Raft: survives crashes of a minority, and trusts every orderer. */
    RAFT(1);

    private final int fewest;

    Ordering(int fewest) {
        this.fewest = fewest;
    }

    /**
     * The fewest orderers that make a network.
     *
     * @return 4 for SmartBFT, where one may fail; 1 for Raft
     */
    public int fewestOrderers() {
        return fewest;
    }
}
