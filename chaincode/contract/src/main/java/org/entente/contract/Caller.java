package org.entente.contract;

import javax.naming.InvalidNameException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.entente.model.member.MemberId;
import org.entente.model.statement.StatementCode;
import org.hyperledger.fabric.contract.ClientIdentity;
import org.hyperledger.fabric.contract.Context;

/** Who signed the proposal. The peer has verified signature and certificate; here only the question is who may what. */
final class Caller {
    private final ClientIdentity identity;

    private Caller(ClientIdentity identity) {
        this.identity = identity;
    }

    static Caller of(Context context) {
        return new Caller(context.getClientIdentity());
    }

    /** Only a client says something for its member: administrators manage nodes, peers endorse. */
    void mustBeClientOf(MemberId author) {
        mustBelongTo(author);
        mustHaveRole("client");
    }

    void mustBeAdministratorOf(MemberId member) {
        mustBelongTo(member);
        mustBeAdministrator();
    }

    void mustBeAdministrator() {
        mustHaveRole("admin");
    }

    private void mustBelongTo(MemberId member) {
        if (!member.value().equals(identity.getMSPID())) {
            throw Refusal.of(StatementCode.CALLER_NOT_AUTHOR);
        }
    }

    /** Fabric's Node OUs: the MSP has refused a certificate with none or several of the four roles. */
    private void mustHaveRole(String role) {
        try {
            String subject =
                    identity.getX509Certificate().getSubjectX500Principal().getName();
            for (Rdn rdn : new LdapName(subject).getRdns()) {
                Attribute unit = rdn.toAttributes().get("OU");
                if (unit != null && unit.contains(role)) {
                    return;
                }
            }
        } catch (InvalidNameException e) {
            throw Refusal.of(StatementCode.CALLER_ROLE_WRONG);
        }
        throw Refusal.of(StatementCode.CALLER_ROLE_WRONG);
    }
}
