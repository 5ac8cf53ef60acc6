package org.entente.contract;

import java.util.Optional;
import org.entente.model.member.Admission;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.PublicRecords;
import org.entente.model.statement.StatementCode;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ext.sbe.StateBasedEndorsement;
import org.hyperledger.fabric.shim.ext.sbe.StateBasedEndorsement.RoleType;
import org.hyperledger.fabric.shim.ext.sbe.impl.StateBasedEndorsementFactory;

/** Who is a member and with which keys it signs. The majority's endorsement is the chaincode policy's to ask for. */
final class MemberState {
    private MemberState() {}

    static void admit(Context context, String admissionJson, String keysJson) {
        Caller.of(context).mustBeAdministrator();
        ChaincodeStub stub = context.getStub();
        Admission admission = Refusal.accepted(PublicRecords.readAdmission(PublicState.utf8(admissionJson)));
        MemberKeys keys = Refusal.accepted(PublicRecords.readKeys(PublicState.utf8(keysJson)));
        MemberId member = admission.member();
        if (!admission.admitted() || !keys.member().equals(member)) {
            throw Refusal.of(StatementCode.MEMBER_RECORD_INVALID);
        }
        if (admission(stub, member).map(Admission::admitted).orElse(false)) {
            throw Refusal.of(StatementCode.MEMBER_STATE_CONFLICT);
        }
        String keysKey = PublicRecords.keysKey(member);
        stub.putState(PublicRecords.admissionKey(member), PublicRecords.write(admission));
        stub.putState(keysKey, PublicRecords.write(keys));
        stub.setStateValidationParameter(keysKey, ownPeer(member));
    }

    static void expel(Context context, String member) {
        Caller.of(context).mustBeAdministrator();
        ChaincodeStub stub = context.getStub();
        MemberId id = memberId(member);
        Admission admission = admission(stub, id)
                .filter(Admission::admitted)
                .orElseThrow(() -> Refusal.of(StatementCode.MEMBER_STATE_CONFLICT));
        stub.putState(PublicRecords.admissionKey(id), PublicRecords.write(admission.expelled()));
    }

    static void publishKeys(Context context, String keysJson) {
        MemberKeys keys = Refusal.accepted(PublicRecords.readKeys(PublicState.utf8(keysJson)));
        Caller.of(context).mustBeAdministratorOf(keys.member());
        ChaincodeStub stub = context.getStub();
        if (!admission(stub, keys.member()).map(Admission::admitted).orElse(false)) {
            throw Refusal.of(StatementCode.MEMBER_STATE_CONFLICT);
        }
        stub.putState(PublicRecords.keysKey(keys.member()), PublicRecords.write(keys));
    }

    static String readAdmission(ChaincodeStub stub, String member) {
        return PublicState.text(stub, PublicRecords.admissionKey(memberId(member)));
    }

    static String readKeys(ChaincodeStub stub, String member) {
        return PublicState.text(stub, PublicRecords.keysKey(memberId(member)));
    }

    private static Optional<Admission> admission(ChaincodeStub stub, MemberId member) {
        return PublicState.read(stub, PublicRecords.admissionKey(member), PublicRecords::readAdmission);
    }

    /** Also sets it again on a former member's return: then that member's own peer has to endorse its return. */
    private static byte[] ownPeer(MemberId member) {
        StateBasedEndorsement policy =
                StateBasedEndorsementFactory.getInstance().newStateBasedEndorsement(null);
        policy.addOrgs(RoleType.RoleTypePeer, member.value());
        return policy.policy();
    }

    private static MemberId memberId(String text) {
        if (!MemberId.isValid(text)) {
            throw Refusal.of(StatementCode.CALL_INVALID);
        }
        return new MemberId(text);
    }
}
