package org.entente.launcher.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a node of Fabric's tells of itself. */
final class Metrics {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Metrics() {}

    /** A number of the channel; empty if the node does not answer, or does not know. */
    static OptionalLong ofChannel(int port, String channel, String name) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            Matcher found = Pattern.compile("(?m)^" + name + "\\{channel=\"" + Pattern.quote(channel) + "\"\\} (\\d+)")
                    .matcher(HTTP.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
            return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
