package org.entente.conformance.suite;

import java.nio.charset.StandardCharsets;
import org.entente.conformance.chaincode.ConformanceContract;
import org.entente.conformance.client.Client;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Transaction;

/** Calls of the suite's contract. */
public final class Proposals {
    private Proposals() {}

    static Proposal of(Client client, String function, String... arguments) {
        return client.conformance()
                .newProposal(function)
                .addArguments(arguments)
                .build();
    }

    static Proposal endorsedBy(String members, Client client, String function, String... arguments) {
        return client.conformance()
                .newProposal(function)
                .addArguments(arguments)
                .setEndorsingOrganizations(members.split(","))
                .build();
    }

    /** A call with a private value. */
    public static Proposal.Builder withValue(Client client, String value, String function, String... arguments) {
        return client.conformance()
                .newProposal(function)
                .addArguments(arguments)
                .putTransient(ConformanceContract.VALUE, value);
    }

    static Transaction endorsed(Client client, String function, String... arguments) throws EndorseException {
        return of(client, function, arguments).endorse();
    }

    static void submit(Client client, String function, String... arguments) throws Exception {
        endorsed(client, function, arguments).submit();
    }

    /** What a function answers. */
    public static String ask(Client client, String function, String... arguments) throws GatewayException {
        return new String(of(client, function, arguments).evaluate(), StandardCharsets.UTF_8);
    }
}
