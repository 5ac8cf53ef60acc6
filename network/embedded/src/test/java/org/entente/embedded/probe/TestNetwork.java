package org.entente.embedded.probe;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.entente.embedded.EmbeddedNetwork;
import org.entente.model.member.MemberId;

/** A network of four members with a client of each. */
public final class TestNetwork implements AutoCloseable {
    /** Australia. */
    public static final MemberId AU = new MemberId("AU");
    /** China. */
    public static final MemberId CN = new MemberId("CN");
    /** Indonesia. */
    public static final MemberId ID = new MemberId("ID");
    /** Singapore. */
    public static final MemberId SG = new MemberId("SG");

    private final EmbeddedNetwork network;
    private final Map<MemberId, TestClient> clients = new HashMap<>();

    private TestNetwork(EmbeddedNetwork network) {
        this.network = network;
    }

    /** Starts a network in a folder. */
    public static TestNetwork start(Path folder) {
        return start(folder, builder -> builder);
    }

    /** Starts a network that differs from the usual. */
    public static TestNetwork start(Path folder, UnaryOperator<EmbeddedNetwork.Builder> change) {
        EmbeddedNetwork.Builder builder = EmbeddedNetwork.builder(folder);
        List.of(AU, CN, ID, SG).forEach(builder::member);
        return new TestNetwork(change.apply(builder).start());
    }

    /** The network itself. */
    public EmbeddedNetwork network() {
        return network;
    }

    /** The client of a member. */
    public TestClient as(MemberId member) {
        return clients.computeIfAbsent(member, any -> new TestClient(network.endpoint(member)));
    }

    @Override
    public void close() {
        clients.values().forEach(TestClient::close);
        network.close();
    }
}
