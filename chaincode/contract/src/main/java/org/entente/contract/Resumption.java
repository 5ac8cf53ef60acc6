package org.entente.contract;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.entente.model.ledger.Digest;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StatementCode;
import org.entente.model.statement.StoredHead;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.shim.ChaincodeStub;

/**
 * Setting a stream's head back (decision 0007). Readers find a stream's end by themselves and never by this value, so
 * nothing that is said can be unsaid here; it only lets the author's honest contract go on where the readers are.
 */
final class Resumption {
    static final String STREAM = "stream";
    static final String FOUND = "found";

    private Resumption() {}

    static void resume(Context context) {
        ChaincodeStub stub = context.getStub();
        Map<String, byte[]> given = stub.getTransient();
        StreamId stream = stream(text(given, STREAM));
        Caller.of(context).mustBeAdministratorOf(stream.author());
        // What the administrator has seen must still stand: a batch that came meanwhile is not to be passed over.
        if (!standing(stub, stream).hex().equals(text(given, FOUND))) {
            throw Refusal.of(StatementCode.STREAM_HEAD_MISMATCH);
        }
        byte[] batch = given.getOrDefault(EntenteContract.BATCH, new byte[0]);
        if (batch.length == 0) {
            stub.delPrivateData(stream.collection(), StoredHead.KEY);
        } else {
            stub.putPrivateData(stream.collection(), StoredHead.KEY, headAfter(batch, stream));
        }
    }

    private static byte[] headAfter(byte[] bytes, StreamId stream) {
        Batch batch = Refusal.accepted(Batch.parse(bytes));
        if (!batch.header().stream().equals(stream)) {
            throw Refusal.of(StatementCode.STATEMENT_STREAM_MISMATCH, "/header");
        }
        return StoredHead.after(batch).bytes();
    }

    private static Digest standing(ChaincodeStub stub, StreamId stream) {
        byte[] stored = stub.getPrivateData(stream.collection(), StoredHead.KEY);
        return stored == null || stored.length == 0 ? Digest.NONE : Digest.of(stored);
    }

    private static StreamId stream(String collection) {
        try {
            return StreamId.ofCollection(collection);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(StatementCode.CALL_INVALID);
        }
    }

    private static String text(Map<String, byte[]> given, String name) {
        return new String(given.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }
}
