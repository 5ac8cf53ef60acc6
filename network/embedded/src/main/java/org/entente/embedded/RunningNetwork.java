package org.entente.embedded;

import com.google.protobuf.ByteString;
import io.grpc.BindableService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.x509.Certificates;
import org.entente.embedded.block.BlockAssembler;
import org.entente.embedded.block.GenesisBlock;
import org.entente.embedded.chaincode.ChaincodeRunner;
import org.entente.embedded.chaincode.ContractRuntime;
import org.entente.embedded.channel.Channel;
import org.entente.embedded.commit.Committer;
import org.entente.embedded.commit.Reconciler;
import org.entente.embedded.deliver.DeliverService;
import org.entente.embedded.deliver.ReaderAccess;
import org.entente.embedded.endorse.Endorser;
import org.entente.embedded.endorse.Peer;
import org.entente.embedded.endorse.Peers;
import org.entente.embedded.folder.MemberFolder;
import org.entente.embedded.folder.OrdererFolder;
import org.entente.embedded.gateway.GatewayParts;
import org.entente.embedded.gateway.GatewayService;
import org.entente.embedded.identity.Members;
import org.entente.embedded.identity.SigningIdentity;
import org.entente.embedded.ledger.Ledger;
import org.entente.embedded.order.Orderer;
import org.entente.embedded.privacy.PrivateLog;
import org.entente.embedded.privacy.TransientStore;
import org.entente.embedded.state.WorldState;
import org.entente.embedded.store.FolderLock;
import org.entente.embedded.validate.BlockValidator;
import org.entente.model.member.MemberId;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.shim.Chaincode;

/** Puts the parts together, starts them in order and stops them in the opposite one. */
final class RunningNetwork implements AutoCloseable {
    private static final String HOST = "localhost";

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Map<MemberId, MemberFolder> folders = new LinkedHashMap<>();
    private final Map<MemberId, PeerServer> servers = new HashMap<>();
    private final Map<MemberId, List<BindableService>> services = new HashMap<>();
    private final EmbeddedNetwork.Builder plan;
    private final Channel channel;
    private final Members members;
    private final Ledger ledger;
    private final Peers peers;
    private final Committer committer;
    private final Orderer orderer;

    static RunningNetwork start(EmbeddedNetwork.Builder plan) {
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            return new RunningNetwork(plan, opened);
        } catch (RuntimeException e) {
            closeAll(opened);
            throw e;
        }
    }

    private RunningNetwork(EmbeddedNetwork.Builder plan, Deque<AutoCloseable> opened) {
        this.plan = plan;
        this.channel = Channel.entente(List.copyOf(plan.ports.keySet()));
        Instant now = plan.clock.instant();
        Path folder = plan.folder;
        keep(opened, FolderLock.take(folder));
        SigningIdentity operator =
                new SigningIdentity(OrdererFolder.OPERATOR, OrdererFolder.open(folder.resolve("orderer"), now));
        channel.members()
                .forEach(member ->
                        folders.put(member, MemberFolder.open(folder.resolve(member.value()), member, HOST, now)));
        this.members = new Members(roots());
        WorldState state = new WorldState(channel.members());
        List<Block> unused = new ArrayList<>();
        this.ledger = keep(opened, new Ledger(folder.resolve("ledger").resolve("blocks.log"), block -> {
            if (block.getHeader().getNumber() == 0) {
                unused.add(block);
            }
        }));
        requireOwn(unused);
        this.peers = keep(
                opened, new Peers(channel.members().stream().map(this::peer).toList()));
        BlockValidator validator = keep(
                opened,
                new BlockValidator(
                        channel, members, state, id -> ledger.find(id).isPresent()));
        this.committer = new Committer(channel, new BlockAssembler(operator), validator, state, ledger, peers);
        restore(operator, now);
        ExecutorService executor = keep(
                opened,
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("entente-serve-", 0).factory()));
        ChaincodeRunner runner = keep(opened, new ChaincodeRunner(channel, plan.executionLimit));
        Endorser endorser = new Endorser(
                channel, members, state, peers, runner, id -> ledger.find(id).isPresent(), ledger::height, plan.clock);
        this.orderer = keep(opened, new Orderer(channel, members, plan.limits, plan.clock, committer::commit));
        keep(opened, new Reconciler(committer, peers, plan.reconciliation));
        serve(endorser, executor, opened);
        open.addAll(opened);
    }

    private static <T extends AutoCloseable> T keep(Deque<AutoCloseable> opened, T part) {
        opened.push(part);
        return part;
    }

    private Map<MemberId, X509Certificate> roots() {
        Map<MemberId, X509Certificate> roots = new HashMap<>();
        folders.forEach((member, folder) -> roots.put(member, folder.root()));
        return roots;
    }

    private void requireOwn(List<Block> genesis) {
        if (!genesis.isEmpty() && !GenesisBlock.isOf(genesis.get(0), channel)) {
            throw new IllegalStateException(
                    plan.folder + " holds a network of other members: name the same members, or use another folder");
        }
    }

    private Peer peer(MemberId member) {
        MemberFolder folder = folder(member);
        Chaincode common = plan.chaincode.orElseGet(ContractRuntime::router);
        Chaincode own = Optional.ofNullable(plan.chaincodes.get(member))
                .orElse(UnaryOperator.identity())
                .apply(common);
        return new Peer(
                new SigningIdentity(member, folder.peer()),
                own,
                new TransientStore(folder.ledgerFile("transient.log")),
                new PrivateLog(folder.ledgerFile("private.log"), ledger.height()));
    }

    private void restore(SigningIdentity operator, Instant now) {
        if (ledger.height() == 0) {
            Map<String, ByteString> roots = new HashMap<>();
            folders.forEach((member, folder) ->
                    roots.put(member.value(), ByteString.copyFrom(Certificates.pem(folder.root()))));
            Block genesis = GenesisBlock.create(channel, roots, operator, now);
            ledger.append(genesis);
            ledger.publish(genesis);
        }
        for (long number = 0; number < ledger.height(); number++) {
            committer.replay(ledger.block(number));
        }
        committer.finishPurges();
    }

    private void serve(Endorser endorser, ExecutorService executor, Deque<AutoCloseable> opened) {
        ReaderAccess access = new ReaderAccess(members, plan.clock);
        Map<MemberId, Integer> kept = EndpointsFile.ports(plan.folder);
        Map<MemberId, String> addresses = new HashMap<>();
        for (MemberId member : channel.members()) {
            int wanted = plan.ports.getOrDefault(member, 0);
            int port = wanted != 0 ? wanted : kept.getOrDefault(member, 0);
            PeerServer server = new PeerServer(folder(member).tls(), port, executor);
            servers.put(member, server);
            keep(opened, server::stop);
            server.reservePort();
            addresses.put(member, HOST + ":" + server.port());
        }
        GatewayParts parts = new GatewayParts(channel, members, peers, endorser, orderer, ledger, access, addresses);
        for (Peer peer : peers.all()) {
            List<BindableService> own = List.of(
                    new GatewayService(parts, peer, executor),
                    new DeliverService(channel, ledger, access, peer, executor));
            services.put(peer.member(), own);
            server(peer.member()).start(own);
        }
        EndpointsFile.write(
                plan.folder,
                channel,
                channel.members().stream().map(this::endpoint).toList());
    }

    Endpoint endpoint(MemberId member) {
        MemberFolder folder = folder(member);
        CertifiedKey client = folder.client();
        return new Endpoint(
                member,
                HOST,
                server(member).port(),
                text(Certificates.pem(folder.tlsRoot())),
                text(Certificates.pem(client.certificate())),
                text(client.key().privateKeyPem()));
    }

    List<MemberId> members() {
        return channel.members();
    }

    AgencyCa authority(MemberId member) {
        return folder(member).authority();
    }

    long height() {
        return ledger.height();
    }

    void stopPeer(MemberId member) {
        peers.of(member).setUp(false);
        server(member).stop();
    }

    void startPeer(MemberId member) {
        peers.of(member).setUp(true);
        server(member).start(services.getOrDefault(member, List.of()));
    }

    void holdBackPrivateData(MemberId member, boolean held) {
        committer.missing().holdBack(peers.of(member).member(), held);
    }

    int missingPrivateData(MemberId member) {
        return committer.missing().of(member).size();
    }

    Status orderUnchecked(Envelope envelope) {
        return orderer.order(envelope).status();
    }

    private MemberFolder folder(MemberId member) {
        return Optional.ofNullable(folders.get(member))
                .orElseThrow(() -> new IllegalArgumentException("not a member: " + member));
    }

    private PeerServer server(MemberId member) {
        return Optional.ofNullable(servers.get(member))
                .orElseThrow(() -> new IllegalArgumentException("not a member: " + member));
    }

    private static String text(byte[] pem) {
        return new String(pem, StandardCharsets.US_ASCII);
    }

    @Override
    public synchronized void close() {
        closeAll(open);
    }

    private static void closeAll(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("a part of the network does not stop", e);
            }
        }
    }
}
