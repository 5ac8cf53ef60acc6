package org.entente.contract;

import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Default;
import org.hyperledger.fabric.contract.annotation.Info;
import org.hyperledger.fabric.contract.annotation.License;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.hyperledger.fabric.shim.ChaincodeStub;

/**
 * The chaincode {@code entente}. It keeps nothing between calls and judges no statement: rules are folds on every reader's
 * side, since a reader trusts nobody's chaincode (architecture rule 5).
 *
 * <p>Every refusal is an error response whose message starts with a stable code of {@code docs/errors.json} and whose
 * payload is {@code {"findings":[{"code","pointer"}]}} as canonical JSON. Neither quotes what was sent. Private values
 * travel only in the transient map and are written only to the collection of their stream.
 *
 * <p>Roles are those of the Fabric Node OUs: {@code submit} asks for a client of the author, the writing functions of the
 * public state for an administrator of a member, the reading functions for anybody whom the channel lets in.
 */
@Default
@Contract(
        name = EntenteContract.NAME,
        info =
                @Info(
                        title = "Entente",
                        description = "Statements between customs administrations",
                        version = "1",
                        license =
                                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0.txt")))
public final class EntenteContract implements ContractInterface {
    /** The contract's name, before the colon of {@code entente:submit}. */
    public static final String NAME = "entente";

    /** The one transient entry of {@code submit}, and one of {@code resume}. */
    public static final String BATCH = "batch";

    /** Made by the shim, once a call. */
    public EntenteContract() {}

    /** Refuses a call of the wrong form before the shim converts its arguments; the shim itself ignores surplus ones. */
    @Override
    public Context createContext(ChaincodeStub stub) {
        return Refusal.guarded(() -> {
            CallForm.check(stub);
            return new Context(stub);
        });
    }

    /**
     * Appends a batch to its stream: reads the key {@code head} of the stream's collection, writes {@code head} and the
     * batch. Nothing else is read or written; no event, empty response.
     *
     * @param context the transaction, whose transient map holds {@link #BATCH} alone
     */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public void submit(Context context) {
        Refusal.guard(() -> Submission.append(context));
    }

    /**
     * Sets the head of an own stream back to the batch at which every reader stands, after the own peer ran something that
     * moved it with what no reader accepts. It says nothing and takes nothing back. Writes {@code head} alone; no event,
     * empty response.
     *
     * @param context the transaction, whose transient map holds {@code stream} (a collection's name), {@code found} (the
     *     SHA-256 of the head as it stands, in hex, 64 zeros if there is none) and {@link #BATCH} (the last batch that the
     *     readers accepted, empty if there is none)
     */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public void resume(Context context) {
        Refusal.guard(() -> Resumption.resume(context));
    }

    /**
     * Admits a member, or a former member again, and publishes its first keys, which from then on only that member's own
     * peer can endorse.
     *
     * @param context the transaction
     * @param admission an {@link org.entente.model.member.Admission} as canonical JSON
     * @param keys the same member's {@link org.entente.model.member.MemberKeys} as canonical JSON
     */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public void admitMember(Context context, String admission, String keys) {
        Refusal.guard(() -> MemberState.admit(context, admission, keys));
    }

    /**
     * Ends a member's admission. Its record, keys and streams stay.
     *
     * @param context the transaction
     * @param member the member's code
     */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public void expelMember(Context context, String member) {
        Refusal.guard(() -> MemberState.expel(context, member));
    }

    /**
     * Replaces the caller's own keys.
     *
     * @param context the transaction
     * @param keys the caller's {@link org.entente.model.member.MemberKeys} as canonical JSON
     */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public void publishKeys(Context context, String keys) {
        Refusal.guard(() -> MemberState.publishKeys(context, keys));
    }

    /**
     * Publishes a rule set's digest, once and for all under its name. The same digest again succeeds and writes nothing.
     *
     * @param context the transaction
     * @param ruleSet a {@link org.entente.model.member.RuleSetDigest} as canonical JSON
     */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public void publishRuleSet(Context context, String ruleSet) {
        Refusal.guard(() -> RuleSetState.publish(context, ruleSet));
    }

    /**
     * A member's admission record.
     *
     * @param context the query
     * @param member the member's code
     * @return canonical JSON; empty if there is none
     */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String readMember(Context context, String member) {
        return Refusal.guarded(() -> MemberState.readAdmission(context.getStub(), member));
    }

    /**
     * A member's keys.
     *
     * @param context the query
     * @param member the member's code
     * @return canonical JSON; empty if there are none
     */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String readKeys(Context context, String member) {
        return Refusal.guarded(() -> MemberState.readKeys(context.getStub(), member));
    }

    /**
     * The digest of a published rule set.
     *
     * @param context the query
     * @param name the rule set's name
     * @return canonical JSON; empty if there is none
     */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String readRuleSet(Context context, String name) {
        return Refusal.guarded(() -> RuleSetState.read(context.getStub(), name));
    }
}
