package org.entente.contract;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.model.statement.StatementCode;
import org.hyperledger.fabric.shim.ChaincodeStub;

/**
 * The exact form of each call. Arguments stand on the ledger for every member to read, so a surplus one is refused even
 * though it would do nothing; the same holds for another spelling of a function, which the shim would accept.
 */
final class CallForm {
    private static final Map<String, Integer> ARGUMENTS = Map.of(
            "submit", 0,
            "resume", 0,
            "admitMember", 2,
            "expelMember", 1,
            "publishKeys", 1,
            "publishRuleSet", 1,
            "readMember", 1,
            "readKeys", 1,
            "readRuleSet", 1);
    private static final Map<String, Set<String>> TRANSIENT = Map.of(
            "submit", Set.of(EntenteContract.BATCH),
            "resume", Set.of(EntenteContract.BATCH, Resumption.STREAM, Resumption.FOUND));
    private static final String PREFIX = EntenteContract.NAME + ":";

    private CallForm() {}

    static void check(ChaincodeStub stub) {
        List<byte[]> call = stub.getArgs();
        String function = text(call.getFirst());
        String name = function.startsWith(PREFIX) ? function.substring(PREFIX.length()) : function;
        Integer arguments = ARGUMENTS.get(name);
        if (arguments == null || call.size() != 1 + arguments) {
            throw Refusal.of(StatementCode.CALL_INVALID);
        }
        call.forEach(CallForm::text);
        if (!stub.getTransient().keySet().equals(TRANSIENT.getOrDefault(name, Set.of()))) {
            throw Refusal.of(StatementCode.CALL_INVALID);
        }
    }

    /** Malformed UTF-8 would reach the functions as other text than what stands on the ledger. */
    private static String text(byte[] argument) {
        String text = new String(argument, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), argument)) {
            throw Refusal.of(StatementCode.CALL_INVALID);
        }
        return text;
    }
}
