package org.entente.launcher.network;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which other peers each peer takes to be there. Its gateway chooses endorsers by that, and learns it by gossip a few seconds
 * after a peer has come or gone: until then it finds no majority, or waits for peers that have ended.
 */
final class Membership {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Pattern known;
    private final List<Node> peers;

    /**
     * The view of a channel's peers.
     *
     * @param channel its name
     * @param peers all of them, running or not
     */
    Membership(String channel, List<Node> peers) {
        this.known = Pattern.compile(
                "gossip_membership_total_peers_known\\{channel=\"" + Pattern.quote(channel) + "\"\\} (\\d+)");
        this.peers = List.copyOf(peers);
    }

    /**
     * Waits until every running peer knows exactly the other running ones.
     *
     * @param longest how long at most
     * @return the names of those that do not; while a peer is down, another that came back may miss a third for long
     */
    List<String> await(Duration longest) {
        List<Node> running = peers.stream().filter(Node::isRunning).toList();
        long end = System.nanoTime() + longest.toNanos();
        List<Node> unaware = unaware(running);
        while (!unaware.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK.toNanos());
            unaware = unaware(running);
        }
        return unaware.stream().map(Node::name).toList();
    }

    private List<Node> unaware(List<Node> running) {
        return running.stream()
                .filter(peer -> known(peer).orElse(-1) != running.size() - 1)
                .toList();
    }

    private OptionalInt known(Node peer) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + peer.operations().orElseThrow() + "/metrics"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            Matcher found = known.matcher(
                    HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
            return found.find() ? OptionalInt.of(Integer.parseInt(found.group(1))) : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("asked to end", e);
        }
    }
}
