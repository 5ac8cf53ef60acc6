package org.entente.embedded.block;

import com.google.protobuf.ByteString;
import java.util.HexFormat;
import org.entente.embedded.crypto.Sha256;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/** A transaction's id follows from who made it and a nonce, so that nobody can take another's. */
public final class TransactionIds {
    private TransactionIds() {}

    /**
     * The only right id.
     *
     * @param header nonce and creator
     * @return lower-case hex SHA-256 of nonce and creator
     */
    public static String of(SignatureHeader header) {
        return hex(Sha256.of(header.getNonce(), header.getCreator()));
    }

    /**
     * Bytes as text.
     *
     * @param bytes the bytes
     * @return lower-case hex
     */
    public static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
