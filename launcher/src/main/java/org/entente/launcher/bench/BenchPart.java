package org.entente.launcher.bench;

/** What can be measured by itself: everything takes some minutes, and a question often needs one table. */
enum BenchPart {
    /** Throughput and latency, beside plain transactions and the machine's limits. */
    LOAD,
    /** Batch sizes and waits for company. */
    BATCHES,
    /** Signatures, bytes and processor time of a transaction. */
    COSTS,
    /** Fold and rebuild. */
    FOLD
}
