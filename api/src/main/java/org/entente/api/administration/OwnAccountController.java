package org.entente.api.administration;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Set;
import java.util.UUID;
import org.entente.api.account.AccountStore;
import org.entente.api.account.Caller;
import org.entente.api.account.Organisation;
import org.entente.api.account.Role;
import org.entente.api.problem.Refusal;
import org.entente.api.security.AllowedFor;
import org.entente.model.member.MemberId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a caller is here. */
@RestController
class OwnAccountController {
    private final AccountStore accounts;
    private final MemberId self;

    OwnAccountController(AccountStore accounts, MemberId self) {
        this.accounts = accounts;
        this.self = self;
    }

    /**
     * A caller as it sees itself.
     *
     * @param account its name
     * @param member whose API this is
     * @param organisation its organisation
     * @param roles what it may do
     * @param exporters for whom it may apply
     */
    record Self(String account, String member, Organisation organisation, Set<Role> roles, Set<UUID> exporters) {}

    @Operation(summary = "The account that is calling")
    @GetMapping(path = "/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
    @AllowedFor({Role.EXPORTER, Role.BROKER, Role.ISSUING_OFFICER, Role.VERIFYING_OFFICER, Role.ADMINISTRATOR})
    Self me(Caller caller) {
        return new Self(
                caller.account(),
                self.value(),
                accounts.organisation(caller.organisation()).orElseThrow(Refusal::unknown),
                caller.roles(),
                caller.exporters());
    }
}
