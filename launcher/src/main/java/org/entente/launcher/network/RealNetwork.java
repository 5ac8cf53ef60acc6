package org.entente.launcher.network;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.certs.agency.AgencyCa;
import org.entente.certs.file.FileFault;
import org.entente.certs.file.FileFaultException;
import org.entente.certs.file.WholeFiles;
import org.entente.certs.key.CertifiedKey;
import org.entente.certs.msp.MspFolder;
import org.entente.certs.x509.Certificates;
import org.entente.embedded.Endpoint;
import org.entente.fabric.layout.MemberLayout;
import org.entente.fabric.layout.NetworkLayout;
import org.entente.fabric.layout.NodeLayout;
import org.entente.fabric.plan.NetworkMember;
import org.entente.launcher.consortium.ConsortiumFailure;
import org.entente.launcher.consortium.ConsortiumFailure.Code;
import org.entente.launcher.consortium.NetworkView;
import org.entente.model.member.MemberId;

/**
 * A Fabric network on this machine for those who run something on it: the demo and the benchmarks. It takes Fabric's programs
 * on the PATH.
 */
public final class RealNetwork implements NetworkView {
    /** The name of the process that starts the others again. */
    public static final String SUPERVISOR = "supervisor";

    private final FabricNetwork network;
    private final String version;

    private RealNetwork(FabricNetwork network, String version) {
        this.network = network;
        this.version = version;
    }

    /**
     * Takes a network's folder. Nothing is started yet.
     *
     * @param folder of a network, or for one
     * @param members the file from which a new one is made
     * @return it, down or up as it was left
     * @throws ConsortiumFailure if Fabric's programs are not there, or the file cannot be used
     */
    public static RealNetwork in(Path folder, Path members) {
        return told(() -> {
            FabricPrograms programs = FabricPrograms.find(path());
            NetworkPlace place = new NetworkPlace(new NetworkLayout(folder));
            return new RealNetwork(place.openOrMake(members, Optional.empty()), programs.version());
        });
    }

    /**
     * The members file that a person names, or the one of the repository.
     *
     * @param named by a person
     * @return its absolute path
     */
    public static Path members(Optional<Path> named) {
        return NetworkPlace.members(named.orElse(null)).toAbsolutePath();
    }

    static String path() {
        return String.valueOf(System.getenv("PATH"));
    }

    /** To those outside, a failure of the network is one of the whole that they start. */
    static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (NetworkFailure e) {
            throw new ConsortiumFailure(Code.NETWORK, String.valueOf(e.getMessage()), e.remedy(), e);
        }
    }

    /**
     * Starts what does not run, and makes what is missing. When this process ends, however it ends, so does the network.
     *
     * @param step hears each step
     * @throws ConsortiumFailure if something does not start
     */
    public void up(Consumer<String> step) {
        told(() -> {
            network.up(step, OptionalLong.of(ProcessHandle.current().pid()));
            return version;
        });
    }

    /**
     * Has another program serve the contract, until the network is started again; for benches and tests only.
     *
     * @param main the program's class, on the launcher's own class path
     * @throws ConsortiumFailure if it does not start
     */
    public void serve(String main) {
        told(() -> {
            List<Node> services = network.nodes(main).stream()
                    .filter(node -> node.name().startsWith("chaincode."))
                    .toList();
            services.forEach(Node::stop);
            services.forEach(Node::start);
            network.warm(services.stream().map(Node::name).toList());
            return version;
        });
    }

    /** Stops everything; what it stored stays. */
    public void down() {
        network.down();
    }

    /**
     * What it is, in a few words.
     *
     * @return for example {@code Hyperledger Fabric 3.1.5, SmartBFT ordering by 4 members}
     */
    public String words() {
        return "Hyperledger Fabric " + version + ", " + ordering() + " ordering by "
                + network.plan().orderers().size() + " members";
    }

    private String ordering() {
        return switch (network.plan().ordering()) {
            case SMART_BFT -> "SmartBFT";
            case RAFT -> "Raft";
        };
    }

    /**
     * Its processes that run.
     *
     * @return by their names, such as {@code peer.AU}
     */
    public Map<String, ProcessHandle> processes() {
        return Stream.concat(
                        network.nodes().stream()
                                .flatMap(node ->
                                        node.process().find().stream().map(process -> Map.entry(node.name(), process))),
                        network.supervisor().process().find().stream().map(process -> Map.entry(SUPERVISOR, process)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * The settings with which the member's API reaches its peer.
     *
     * @param member a member
     * @return a file that its settings file imports
     */
    public Path connection(MemberId member) {
        return layout(member).connection();
    }

    @Override
    public List<MemberId> members() {
        return network.plan().members().stream().map(NetworkMember::id).toList();
    }

    private NetworkMember member(MemberId member) {
        return network.plan()
                .member(member)
                .orElseThrow(() -> new IllegalArgumentException("not a member here: " + member));
    }

    private MemberLayout layout(MemberId member) {
        return network.member(member(member));
    }

    @Override
    public Endpoint endpoint(MemberId member) {
        NodeLayout client = layout(member).node("client");
        CertifiedKey key = identity(client.msp());
        return new Endpoint(
                member,
                member(member).host(),
                member(member).peerPort(),
                text(WholeFiles.read(client.tlsRoot())),
                text(Certificates.pem(key.certificate())),
                text(key.key().privateKeyPem()));
    }

    private static String text(byte[] pem) {
        return new String(pem, StandardCharsets.US_ASCII);
    }

    private static CertifiedKey identity(Path msp) {
        return MspFolder.read(msp)
                .own()
                .orElseThrow(() -> new FileFaultException(FileFault.MISSING, msp, "holds no key of its own"));
    }

    @Override
    public AgencyCa authority(MemberId member) {
        MemberLayout own = layout(member);
        return AgencyCa.open(
                own.authority(), text(WholeFiles.read(own.authorityPassword())).toCharArray());
    }

    @Override
    public X509Certificate root(MemberId member) {
        return MspFolder.read(layout(member).msp()).roots().getFirst();
    }

    @Override
    public CertifiedKey administrator(MemberId member) {
        return identity(layout(member).node("admin").msp());
    }

    @Override
    public Optional<CertifiedKey> client(MemberId member) {
        return Optional.of(identity(layout(member).node("client").msp()));
    }

    @Override
    public List<Path> holdings(MemberId member) {
        return Stream.of("peer", "orderer", "chaincode")
                .map(name -> layout(member).node(name).folder())
                .toList();
    }
}
