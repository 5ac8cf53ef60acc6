package org.entente.conformance.cheat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.certs.key.SoftwareKey;
import org.entente.certs.statement.StatementSignatures;
import org.entente.client.MemberNode;
import org.entente.client.MemberNodeConfig;
import org.entente.client.database.DatabaseSettings;
import org.entente.client.dispatch.DispatchSettings;
import org.entente.client.ledger.ChannelNames;
import org.entente.client.ledger.ClientIdentity;
import org.entente.client.ledger.Deadlines;
import org.entente.client.ledger.PeerEndpoint;
import org.entente.client.outbox.Acceptance;
import org.entente.client.outbox.StatementRequest;
import org.entente.client.show.Page;
import org.entente.client.show.QuarantinedBatch;
import org.entente.client.show.ShownIncident;
import org.entente.client.show.ShownStatement;
import org.entente.conformance.network.Credentials;
import org.entente.conformance.network.Endpoint;
import org.entente.conformance.network.NetworkUnderTest;
import org.entente.model.fold.StatementOutcome.Standing;
import org.entente.model.member.MemberId;
import org.entente.model.member.StreamId;
import org.entente.model.statement.Batch;
import org.entente.model.statement.StatementId;
import org.entente.model.statement.StreamHead;
import org.hyperledger.fabric.client.identity.Identities;
import tools.jackson.databind.node.JsonNodeFactory;

/** A member's node as the product runs it, and what its people are shown. */
final class Reader implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final MemberNode node;
    private final DatabaseSettings.Jdbc database = Databases.fresh();

    Reader(NetworkUnderTest network, MemberId member, SoftwareKey key) {
        Credentials credentials = network.client(member);
        Endpoint endpoint = network.endpoint(member);
        node = MemberNode.start(new MemberNodeConfig(
                ClientIdentity.of(member, pem(credentials.certificate()), credentials.key()),
                new ChannelNames(network.channel(), network.chaincode()),
                new PeerEndpoint(
                        endpoint.host(),
                        endpoint.port(),
                        pem(endpoint.tlsRoot()),
                        Optional.of(endpoint.authority()).filter(name -> !name.equals(endpoint.host()))),
                StatementSignatures.signer(key),
                StatementSignatures.check(),
                Cast.RULES,
                database,
                InstantSource.system(),
                Deadlines.STANDARD,
                DispatchSettings.STANDARD,
                new SecureRandom(),
                ("the secret of the suite, of member " + member).getBytes(UTF_8),
                List.of(),
                Optional.empty()));
    }

    private static byte[] pem(java.security.cert.X509Certificate certificate) {
        return Identities.toPemString(certificate).getBytes(UTF_8);
    }

    MemberNode node() {
        return node;
    }

    DatabaseSettings.Jdbc database() {
        return database;
    }

    /** Where this member's own fold has a stream end. */
    StreamHead head(StreamId stream) {
        return node.shown().streams().stream()
                .filter(each -> each.stream().equals(stream))
                .findFirst()
                .map(each -> each.head())
                .orElse(StreamHead.START);
    }

    /** Says something as the product does, and waits until it is final. */
    StatementId says(MemberId audience, String subject, String note) throws InterruptedException {
        Acceptance accepted = node.outbox().accept(request(audience, subject, note));
        if (!(accepted instanceof Acceptance.Accepted(var receipt))) {
            throw new AssertionError(accepted);
        }
        var outcome = node.outbox().awaitFinal(receipt.id(), SOON).orElseThrow();
        if (!outcome.progress().isSettled()) {
            throw new AssertionError("not final within a minute: " + outcome);
        }
        return receipt.id();
    }

    private static StatementRequest request(MemberId audience, String subject, String note) {
        return new StatementRequest(
                "suite",
                "POST /notes",
                java.util.UUID.randomUUID().toString(),
                audience,
                NoteRules.NOTED,
                subject,
                Words.WHEN,
                "officer-1",
                JsonNodeFactory.instance.objectNode().put("note", note));
    }

    /** Whether every statement of a batch counts here. */
    boolean counts(Batch batch) {
        List<ShownStatement> folded = node.shown()
                .after(
                        batch.header().stream(),
                        batch.header().firstSequence() - 1,
                        batch.statements().size());
        List<StatementId> ids = batch.statements().stream()
                .map(each -> each.statement().draft().id())
                .toList();
        return folded.stream()
                .filter(each -> each.standing() == Standing.STANDS)
                .map(ShownStatement::id)
                .toList()
                .equals(ids);
    }

    /** How often something was shown to this member's people: an incident, a quarantined value, a remark. */
    long shown(String code) {
        return Stream.concat(
                        incidents().stream().map(ShownIncident::code),
                        quarantined().stream()
                                .flatMap(each -> each.findings().stream())
                                .map(each -> each.code()))
                .filter(code::equals)
                .count();
    }

    private List<ShownIncident> incidents() {
        List<ShownIncident> all = new java.util.ArrayList<>();
        Page<ShownIncident> page = node.shown().incidents(Page.START);
        all.addAll(page.items());
        while (page.next().isPresent()) {
            page = node.shown().incidents(page.next().getAsLong());
            all.addAll(page.items());
        }
        return all;
    }

    List<QuarantinedBatch> quarantined() {
        List<QuarantinedBatch> all = new java.util.ArrayList<>();
        Page<QuarantinedBatch> page = node.shown().quarantined(Page.START);
        all.addAll(page.items());
        while (page.next().isPresent()) {
            page = node.shown().quarantined(page.next().getAsLong());
            all.addAll(page.items());
        }
        return all;
    }

    @Override
    public void close() {
        node.close();
    }
}
