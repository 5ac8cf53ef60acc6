package org.entente.api.administration;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.account.AccountList;
import org.entente.api.account.AccountStore;
import org.entente.api.account.Organisation;
import org.entente.api.audit.Audit;
import org.entente.api.body.JsonBody;
import org.entente.api.idempotency.Reply;
import org.entente.api.idempotency.Write;
import org.entente.api.idempotency.Writes;
import org.entente.api.problem.Refusal;
import org.entente.model.json.UtcTime;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Where an administrator keeps organisations, and notes which broker acts for which exporter. */
@Component
public class OrganisationDesk {
    private final AccountStore accounts;
    private final Writes writes;
    private final Audit audit;

    OrganisationDesk(AccountStore accounts, Writes writes, Audit audit) {
        this.accounts = accounts;
        this.writes = writes;
        this.audit = audit;
    }

    /**
     * Adds an organisation.
     *
     * @param write the administrator's request
     * @param body name and identifier
     * @return the organisation
     * @throws Refusal with every finding
     */
    public ResponseEntity<byte[]> add(Write write, JsonBody body) {
        OrganisationForm.New wanted = body.read((in, findings) -> OrganisationForm.read(in));
        return writes.once(write, () -> () -> {
            Organisation made = accounts.addOrganisation(wanted.name(), wanted.identifier());
            audit.note(write.caller(), "organisation.added", made.id().toString(), "");
            return Reply.created("/v1/organisations/" + made.id(), 1, made);
        });
    }

    /**
     * Lets a broker act for an exporter until a moment; one that has passed ends it.
     *
     * @param write the administrator's request
     * @param body exporter, broker, until
     * @return the delegation
     * @throws Refusal with every finding
     */
    public ResponseEntity<byte[]> delegate(Write write, JsonBody body) {
        AccountList.Delegation wanted = body.read((in, findings) -> {
            Optional<UUID> exporter = in.parsed("exporter", "an organisation's id", UUID::fromString);
            Optional<UUID> broker = in.parsed("broker", "an organisation's id", UUID::fromString);
            Optional<Instant> until = in.parsed("until", "a moment such as 2027-01-01T00:00:00Z", UtcTime::parse);
            return exporter.isEmpty() || broker.isEmpty() || until.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new AccountList.Delegation(exporter.get(), broker.get(), until.get()));
        });
        return writes.once(write, () -> () -> {
            if (wanted.exporter().equals(wanted.broker())) {
                throw AccountDesk.refused(AdministrationCode.DELEGATION_TO_SELF, "/broker");
            }
            known(wanted.exporter(), "/exporter");
            known(wanted.broker(), "/broker");
            accounts.delegate(wanted.exporter(), wanted.broker(), wanted.until());
            audit.note(
                    write.caller(),
                    "delegation.set",
                    wanted.exporter().toString(),
                    wanted.broker() + " until " + wanted.until());
            return new Reply(200, Optional.empty(), Optional.empty(), wanted);
        });
    }

    private void known(UUID organisation, String pointer) {
        if (accounts.organisation(organisation).isEmpty()) {
            throw AccountDesk.refused(AdministrationCode.ACCOUNT_ORGANISATION_UNKNOWN, pointer);
        }
    }
}
