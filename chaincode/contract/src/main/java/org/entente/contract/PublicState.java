package org.entente.contract;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.entente.model.finding.Checked;
import org.hyperledger.fabric.shim.ChaincodeStub;

/** Records of the public state: read by exact key, in the bytes in which they were published. */
final class PublicState {
    private PublicState() {}

    static <T> Optional<T> read(ChaincodeStub stub, String key, Function<byte[], Checked<T>> codec) {
        return bytes(stub, key).map(stored -> Refusal.stored(codec.apply(stored)));
    }

    static String text(ChaincodeStub stub, String key) {
        return bytes(stub, key)
                .map(stored -> new String(stored, StandardCharsets.UTF_8))
                .orElse("");
    }

    static byte[] utf8(String argument) {
        return argument.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> bytes(ChaincodeStub stub, String key) {
        return Optional.ofNullable(stub.getState(key)).filter(stored -> stored.length > 0);
    }
}
