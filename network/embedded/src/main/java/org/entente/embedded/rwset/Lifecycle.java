package org.entente.embedded.rwset;

import java.util.Optional;
import org.entente.embedded.state.Version;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;

/**
 * The chaincode's own definition, which a peer reads at every execution, so that a changed definition fails what was
 * endorsed under the old one. Here the definition never changes.
 */
public final class Lifecycle {
    /** The namespace of chaincode definitions. */
    public static final String NAMESPACE = "_lifecycle";

    private Lifecycle() {}

    static NsReadWriteSet read(String chaincode, Version version) {
        KVRead read = KVRead.newBuilder()
                .setKey(key(chaincode))
                .setVersion(Versions.toProto(version))
                .build();
        return NsReadWriteSet.newBuilder()
                .setNamespace(NAMESPACE)
                .setRwset(KVRWSet.newBuilder().addReads(read).build().toByteString())
                .build();
    }

    /**
     * The version of a key of this namespace.
     *
     * @param key the key
     * @param chaincode the one chaincode
     * @param version where its definition was written
     * @return the version, or empty for an unknown key
     */
    public static Optional<Version> versionOf(String key, String chaincode, Version version) {
        return key.equals(key(chaincode)) ? Optional.of(version) : Optional.empty();
    }

    private static String key(String chaincode) {
        return "namespaces/fields/" + chaincode + "/Sequence";
    }
}
