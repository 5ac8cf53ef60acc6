package org.entente.contract;

import java.util.Optional;
import org.entente.model.member.PublicRecords;
import org.entente.model.member.RuleSetDigest;
import org.entente.model.statement.StatementCode;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.shim.ChaincodeStub;

/** Which bytes a published rule set has. A name means one rule set for ever: a correction has another name. */
final class RuleSetState {
    private RuleSetState() {}

    static void publish(Context context, String ruleSetJson) {
        Caller.of(context).mustBeAdministrator();
        ChaincodeStub stub = context.getStub();
        RuleSetDigest ruleSet = Refusal.accepted(PublicRecords.readRuleSet(PublicState.utf8(ruleSetJson)));
        String key = PublicRecords.ruleSetKey(ruleSet.name());
        Optional<RuleSetDigest> published = PublicState.read(stub, key, PublicRecords::readRuleSet);
        if (published.isEmpty()) {
            stub.putState(key, PublicRecords.write(ruleSet));
        } else if (!published.get().equals(ruleSet)) {
            throw Refusal.of(StatementCode.RULE_SET_CONFLICT);
        }
    }

    static String read(ChaincodeStub stub, String name) {
        try {
            return PublicState.text(stub, PublicRecords.ruleSetKey(name));
        } catch (IllegalArgumentException e) {
            throw Refusal.of(StatementCode.CALL_INVALID);
        }
    }
}
