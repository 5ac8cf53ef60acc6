package org.entente.client.member;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.entente.client.ledger.ChannelNames;
import org.entente.client.ledger.ClientIdentity;
import org.entente.client.ledger.Deadlines;
import org.entente.client.ledger.PeerEndpoint;
import org.entente.model.finding.Checked;
import org.entente.model.member.Admission;
import org.entente.model.member.MemberId;
import org.entente.model.member.MemberKeys;
import org.entente.model.member.PublicRecords;
import org.entente.model.member.RuleSetDigest;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.identity.X509Identity;

/**
 * Changes and reads the public state: which administrations are members, with which keys, under which rule sets. Changes
 * need an administrator's certificate, and those that concern all members need the endorsement of the majority, which the
 * caller names. Safe for use by many threads.
 */
public final class MembershipClient implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("chaincode response \\d+, ([A-Z][A-Z0-9_]{2,60})\\b");

    private final ManagedChannel channel;
    private final Gateway gateway;
    private final Contract contract;

    private MembershipClient(ManagedChannel channel, Gateway gateway, ChannelNames names) {
        this.channel = channel;
        this.gateway = gateway;
        this.contract = gateway.getNetwork(names.channel()).getContract(names.chaincode());
    }

    /**
     * Prepares the connection to the own peer.
     *
     * @param endpoint where it is
     * @param identity an administrator of the member; any identity of it for reading only
     * @param names channel and chaincode
     * @param deadlines for every call
     * @return the client
     * @throws IllegalArgumentException if the TLS root certificate cannot be read
     */
    public static MembershipClient connect(
            PeerEndpoint endpoint, ClientIdentity identity, ChannelNames names, Deadlines deadlines) {
        ManagedChannel channel = channel(endpoint);
        Gateway gateway = Gateway.newInstance()
                .identity(new X509Identity(identity.member().value(), identity.certificate()))
                .signer(identity.signer())
                .hash(Hash.SHA256)
                .connection(channel)
                .evaluateOptions(within(deadlines.evaluate()))
                .endorseOptions(within(deadlines.endorse()))
                .submitOptions(within(deadlines.submit()))
                .commitStatusOptions(within(deadlines.commit()))
                .connect();
        return new MembershipClient(channel, gateway, names);
    }

    private static ManagedChannel channel(PeerEndpoint endpoint) {
        try {
            NettyChannelBuilder builder = NettyChannelBuilder.forAddress(endpoint.host(), endpoint.port())
                    .sslContext(GrpcSslContexts.forClient()
                            .trustManager(new ByteArrayInputStream(endpoint.tlsRootPem()))
                            .build());
            endpoint.authority().ifPresent(builder::overrideAuthority);
            return builder.build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the peer's TLS root certificate cannot be read", e);
        }
    }

    private static UnaryOperator<io.grpc.CallOptions> within(Duration deadline) {
        return options -> options.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Admits a member and publishes its first keys.
     *
     * @param admission the member's record
     * @param keys its keys
     * @param endorsers a majority of the members; at a former member's return that member too
     * @return what became of it
     * @throws LedgerUnavailable if it is not known what became of it
     */
    public MembershipOutcome admit(Admission admission, MemberKeys keys, Collection<MemberId> endorsers) {
        return submit("admitMember", endorsers, text(PublicRecords.write(admission)), text(PublicRecords.write(keys)));
    }

    /**
     * Ends a member's admission.
     *
     * @param member the member
     * @param endorsers a majority of the members
     * @return what became of it
     * @throws LedgerUnavailable if it is not known what became of it
     */
    public MembershipOutcome expel(MemberId member, Collection<MemberId> endorsers) {
        return submit("expelMember", endorsers, member.value());
    }

    /**
     * Replaces the own keys.
     *
     * @param keys the own member's keys
     * @return what became of it
     * @throws LedgerUnavailable if it is not known what became of it
     */
    public MembershipOutcome publishKeys(MemberKeys keys) {
        return submit("publishKeys", java.util.List.of(keys.member()), text(PublicRecords.write(keys)));
    }

    /**
     * Publishes a rule set's digest.
     *
     * @param ruleSet name and digest
     * @param endorsers a majority of the members
     * @return what became of it
     * @throws LedgerUnavailable if it is not known what became of it
     */
    public MembershipOutcome publishRuleSet(RuleSetDigest ruleSet, Collection<MemberId> endorsers) {
        return submit("publishRuleSet", endorsers, text(PublicRecords.write(ruleSet)));
    }

    /**
     * Sets the head of an own stream back to where every reader stands (decision 0007).
     *
     * @param resumption as {@link org.entente.client.show.Shown#resumption} found it
     * @return what became of it; {@code STREAM_HEAD_MISMATCH} if the head is another by now
     * @throws LedgerUnavailable if it is not known what became of it
     */
    public MembershipOutcome resume(Resumption resumption) {
        return submit(
                contract.newProposal("resume")
                        .putAllTransient(Map.of(
                                "stream",
                                resumption.stream().collection().getBytes(StandardCharsets.UTF_8),
                                "found",
                                resumption.found().hex().getBytes(StandardCharsets.UTF_8),
                                "batch",
                                resumption.batch())),
                "resume",
                java.util.List.of(resumption.stream().author()));
    }

    /**
     * A member's admission.
     *
     * @param member a member
     * @return its record, if there is a readable one
     * @throws LedgerUnavailable if the peer does not answer
     */
    public Optional<Admission> member(MemberId member) {
        return read("readMember", member.value(), PublicRecords::readAdmission);
    }

    /**
     * A member's keys.
     *
     * @param member a member
     * @return its record, if there is a readable one
     * @throws LedgerUnavailable if the peer does not answer
     */
    public Optional<MemberKeys> keys(MemberId member) {
        return read("readKeys", member.value(), PublicRecords::readKeys);
    }

    /**
     * A rule set's digest.
     *
     * @param name the rule set's name
     * @return its record, if there is a readable one
     * @throws LedgerUnavailable if the peer does not answer
     */
    public Optional<RuleSetDigest> ruleSet(String name) {
        return read("readRuleSet", name, PublicRecords::readRuleSet);
    }

    private <T> Optional<T> read(String function, String argument, Function<byte[], Checked<T>> codec) {
        try {
            byte[] answer = contract.evaluateTransaction(function, argument);
            return answer.length > 0 && codec.apply(answer) instanceof Checked.Accepted<T>(T value, var remarks)
                    ? Optional.of(value)
                    : Optional.empty();
        } catch (GatewayException e) {
            throw new LedgerUnavailable(function, e);
        }
    }

    private MembershipOutcome submit(String function, Collection<MemberId> endorsers, String... arguments) {
        return submit(contract.newProposal(function).addArguments(arguments), function, endorsers);
    }

    private static MembershipOutcome submit(Proposal.Builder call, String function, Collection<MemberId> endorsers) {
        try {
            Proposal proposal = call.setEndorsingOrganizations(
                            endorsers.stream().map(MemberId::value).toArray(String[]::new))
                    .build();
            SubmittedTransaction submitted = proposal.endorse().submitAsync();
            Status status = submitted.getStatus();
            return status.isSuccessful()
                    ? new MembershipOutcome.Done(status.getBlockNumber(), status.getTransactionId())
                    : new MembershipOutcome.Refused(status.getCode().name(), "the ledger did not count it");
        } catch (EndorseException e) {
            return refusal(function, e);
        } catch (GatewayException e) {
            throw new LedgerUnavailable(function, e);
        }
    }

    private static MembershipOutcome refusal(String function, EndorseException e) {
        String words = e.getDetails().isEmpty()
                ? String.valueOf(e.getMessage())
                : e.getDetails().get(0).getMessage();
        Matcher code = CODE.matcher(words);
        return switch (e.getStatus().getCode()) {
            case ABORTED, FAILED_PRECONDITION, INVALID_ARGUMENT, PERMISSION_DENIED, UNAUTHENTICATED, NOT_FOUND ->
                new MembershipOutcome.Refused(
                        code.find() ? code.group(1) : e.getStatus().getCode().name(), words);
            default -> throw new LedgerUnavailable(function, e);
        };
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        gateway.close();
        channel.shutdownNow();
    }
}
