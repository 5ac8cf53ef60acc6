package org.entente.launcher.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.certs.file.WholeFiles;
import org.entente.launcher.consortium.ConsortiumFailure;
import org.entente.launcher.consortium.ConsortiumFailure.Code;
import org.entente.model.member.MemberId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where people reach the demo on this machine. A folder keeps its ports: certificates and identifiers name them.
 *
 * @param guide of the page that says what to try
 * @param members of each administration's service
 */
public record Ports(int guide, Map<MemberId, Integer> members) {
    /** The first port, unless another is asked for. */
    public static final int USUAL = 8400;

    private static final int LOWEST = 20_000;
    private static final int SPAN = 9_000;
    private static final int TRIES = 100;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Keeps an unmodifiable copy. */
    public Ports {
        members = Map.copyOf(members);
    }

    /**
     * The ports of a folder: those of its first start, or new ones.
     *
     * @param file where they are kept
     * @param members in their order
     * @param first the first of a row of ports; 0 for any that are free; empty for those of the folder
     * @return free ports
     * @throws ConsortiumFailure if one of them is taken, or the folder has others than asked for
     */
    static Ports of(Path file, List<MemberId> members, OptionalInt first) {
        if (Files.exists(file)) {
            Ports kept = read(file);
            if (first.orElse(0) != 0 && first.getAsInt() != kept.guide()) {
                throw new ConsortiumFailure(
                        Code.PORT_TAKEN,
                        "this folder's certificates name port " + kept.guide() + " and those after it",
                        "Leave --port out, or take a new folder.");
            }
            kept.requireFree();
            return kept;
        }
        int from = first.orElse(USUAL);
        Ports ports = from == 0 ? anyFree(members) : row(from, members);
        ports.requireFree();
        ports.write(file);
        return ports;
    }

    private static Ports row(int first, List<MemberId> members) {
        Map<MemberId, Integer> own = new TreeMap<>();
        members.forEach(member -> own.put(member, first + 1 + own.size()));
        return new Ports(first, own);
    }

    /** Not those that the system gives to any connection: one could be gone before its service has started. */
    private static Ports anyFree(List<MemberId> members) {
        for (int i = 0; i < TRIES; i++) {
            Ports ports = row(LOWEST + RANDOM.nextInt(SPAN), members);
            if (ports.taken().isEmpty()) {
                return ports;
            }
        }
        throw new ConsortiumFailure(Code.PORT_TAKEN, "no five ports in a row are free", "./entente doctor");
    }

    /** One more that is free, beside others that are meant for something. */
    static int another(Ports folder, Collection<Integer> others) {
        for (int i = 0; i < TRIES; i++) {
            int port = LOWEST + RANDOM.nextInt(SPAN);
            if (port != folder.guide()
                    && !folder.members().containsValue(port)
                    && !others.contains(port)
                    && isFree(port)) {
                return port;
            }
        }
        throw new ConsortiumFailure(Code.PORT_TAKEN, "no port is free", "./entente doctor");
    }

    private List<Integer> taken() {
        return Stream.concat(Stream.of(guide), members.values().stream().sorted())
                .filter(port -> !isFree(port))
                .toList();
    }

    private void requireFree() {
        List<Integer> taken = taken();
        if (!taken.isEmpty()) {
            throw new ConsortiumFailure(
                    Code.PORT_TAKEN,
                    (taken.size() == 1 ? "port " + taken.getFirst() + " is" : "ports " + taken + " are")
                            + " in use by another program, perhaps by another ./entente demo",
                    "End that program, or choose five other ports in a row with --port, for example --port "
                            + (guide + 100) + " (in a new folder).");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static Ports read(Path file) {
        JsonNode node = JSON.readTree(WholeFiles.read(file));
        Map<MemberId, Integer> own = new TreeMap<>();
        node.path("members")
                .properties()
                .forEach(each ->
                        own.put(new MemberId(each.getKey()), each.getValue().asInt()));
        return new Ports(node.path("guide").asInt(), own);
    }

    private void write(Path file) {
        ObjectNode node = JSON.createObjectNode().put("guide", guide);
        ObjectNode own = node.putObject("members");
        new TreeMap<>(members).forEach((member, port) -> own.put(member.value(), port));
        WholeFiles.write(
                file, (node.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8), WholeFiles.Readers.EVERYBODY);
    }

    /**
     * A member's port.
     *
     * @param member a member
     * @return its port
     */
    public int of(MemberId member) {
        return java.util.Objects.requireNonNull(members.get(member));
    }

    /**
     * A member's address.
     *
     * @param member a member
     * @return of its start page
     */
    public URI address(MemberId member) {
        return URI.create("http://localhost:" + of(member) + "/");
    }

    /**
     * The address of the page that says what to try.
     *
     * @return on this machine
     */
    public URI guideAddress() {
        return URI.create("http://localhost:" + guide + "/");
    }

    /**
     * A member's decentralised identifier in the demo. It names this machine: nobody elsewhere can resolve it, and it is
     * served over plain HTTP.
     *
     * @param member a member
     * @return of the method {@code did:web}
     */
    public String did(MemberId member) {
        return "did:web:localhost%3A" + of(member);
    }

    /** The identifiers of all members. */
    Map<MemberId, String> dids() {
        Map<MemberId, String> dids = new TreeMap<>();
        members.keySet().forEach(member -> dids.put(member, did(member)));
        return dids;
    }
}
