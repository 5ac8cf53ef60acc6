package org.entente.api.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.springframework.stereotype.Component;

/** For whom a caller acts. */
@Component
public class Exporters {
    private final AccountStore accounts;

    Exporters(AccountStore accounts) {
        this.accounts = accounts;
    }

    /**
     * The organisation for which a caller applies.
     *
     * @param caller an exporter or broker
     * @param named the organisation that it names; without one it is the caller's own
     * @return the organisation
     * @throws Refusal if a broker names none; as unknown, if the caller may not act for it
     */
    public Organisation chosen(Caller caller, Optional<UUID> named) {
        if (named.isEmpty() && !caller.has(Role.EXPORTER)) {
            throw Refusal.of(ApiCode.REQUEST_PARAMETER_INVALID, "exporter names the organisation for whom you act");
        }
        return named.or(() -> Optional.of(caller.organisation()))
                .filter(id -> caller.exporters().contains(id))
                .flatMap(accounts::organisation)
                .orElseThrow(Refusal::unknown);
    }

    /**
     * All organisations for which an account may apply.
     *
     * @param caller who asks
     * @return none for accounts that only decide
     */
    public List<Organisation> all(Caller caller) {
        return accounts.organisations(caller.exporters());
    }

    /**
     * One of them.
     *
     * @param id of an organisation
     * @return the organisation, if it exists
     */
    public Optional<Organisation> named(UUID id) {
        return accounts.organisation(id);
    }
}
