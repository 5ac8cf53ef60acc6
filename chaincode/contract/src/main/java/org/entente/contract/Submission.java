package org.entente.contract;

import java.util.Optional;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StatementCode;
import org.entente.model.statement.StoredHead;
import org.entente.model.statement.StreamHead;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.shim.ChaincodeStub;

/** Appending a batch to its stream (architecture rules 1 to 3). */
final class Submission {
    private Submission() {}

    static void append(Context context) {
        ChaincodeStub stub = context.getStub();
        byte[] bytes = Optional.ofNullable(stub.getTransient().get(EntenteContract.BATCH))
                .orElseThrow(() -> Refusal.of(StatementCode.CALL_INVALID));
        Batch batch = Refusal.accepted(Batch.parse(bytes));
        Caller.of(context).mustBeClientOf(batch.header().stream().author());
        String collection = batch.header().stream().collection();
        if (!head(stub, collection).continuedBy(batch.header())) {
            throw Refusal.of(StatementCode.STREAM_HEAD_MISMATCH, "/header/previousDigest");
        }
        stub.putPrivateData(collection, batch.header().ledgerKey(), bytes);
        stub.putPrivateData(collection, StoredHead.KEY, StoredHead.after(batch).bytes());
    }

    private static StreamHead head(ChaincodeStub stub, String collection) {
        byte[] stored = stub.getPrivateData(collection, StoredHead.KEY);
        return stored == null || stored.length == 0
                ? StreamHead.START
                : Refusal.stored(StoredHead.read(stored)).head();
    }
}
