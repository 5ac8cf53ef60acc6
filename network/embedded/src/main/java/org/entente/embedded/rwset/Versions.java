package org.entente.embedded.rwset;

import java.util.Optional;
import org.entente.embedded.state.Version;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVReadHash;

/** Versions to and from their encoding: an absent version stands for an absent value. */
public final class Versions {
    private Versions() {}

    /**
     * Encodes a version.
     *
     * @param version the version
     * @return its message
     */
    public static org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version toProto(Version version) {
        return org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version.newBuilder()
                .setBlockNum(version.block())
                .setTxNum(version.transaction())
                .build();
    }

    /**
     * The version a read saw.
     *
     * @param read the read
     * @return the version, or empty when there was no value
     */
    public static Optional<Version> of(KVRead read) {
        return read.hasVersion() ? Optional.of(of(read.getVersion())) : Optional.empty();
    }

    /**
     * The version a private read saw.
     *
     * @param read the read
     * @return the version, or empty when there was no value
     */
    public static Optional<Version> of(KVReadHash read) {
        return read.hasVersion() ? Optional.of(of(read.getVersion())) : Optional.empty();
    }

    private static Version of(org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version version) {
        return new Version(version.getBlockNum(), version.getTxNum());
    }
}
