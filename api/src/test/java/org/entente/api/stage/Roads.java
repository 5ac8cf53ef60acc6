package org.entente.api.stage;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.entente.api.outbound.Outbound;
import org.entente.api.outbound.OutboundFault;
import org.entente.api.outbound.OutboundOutcome;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Where {@code https://xx.example} leads on this machine, for instances that are started with {@code --roads=true}: names
 * of members on the stage are nobody's on the internet. Beyond that, calls are the guarded ones.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("roads")
public class Roads {
    private static final Map<String, Function<URI, Optional<OutboundOutcome>>> ROADS = new ConcurrentHashMap<>();
    private static final Map<String, String> ORIGINS = new ConcurrentHashMap<>();
    private static final List<String> CALLS = new CopyOnWriteArrayList<>();

    /** What an instance is started with to use them. */
    public static String[] settings() {
        return new String[] {"--roads=true", "--springdoc.api-docs.enabled=false"};
    }

    /** A host's requests reach an instance. */
    public static void lead(String host, Api api) {
        ROADS.remove(host);
        ORIGINS.put(host, "http://localhost:" + api.at("/").getPort());
    }

    /** A host's requests are answered so; those that it answers empty go on. */
    public static void answer(String host, Function<URI, Optional<OutboundOutcome>> answer) {
        ROADS.put(host, answer);
    }

    /** A host is gone. */
    public static void close(String host) {
        answer(host, address -> Optional.of(new OutboundOutcome.Failed(OutboundFault.UNREACHABLE, "gone")));
    }

    /** Every address that was called, in order. */
    public static List<String> calls() {
        return List.copyOf(CALLS);
    }

    @Bean
    @Primary
    Outbound onTheseRoads(@Qualifier("outbound") Outbound guarded) {
        return new Outbound() {
            @Override
            public OutboundOutcome get(String address, String type, int most) {
                return road(address).orElseGet(() -> guarded.get(leading(address), type, most));
            }

            @Override
            public OutboundOutcome post(String address, Map<String, String> headers, byte[] body) {
                return road(address).orElseGet(() -> guarded.post(leading(address), headers, body));
            }

            @Override
            public boolean mayCall(String address) {
                return guarded.mayCall(address);
            }
        };
    }

    private static Optional<OutboundOutcome> road(String address) {
        CALLS.add(address);
        URI uri = URI.create(address);
        return Optional.ofNullable(ROADS.get(uri.getHost())).flatMap(answer -> answer.apply(uri));
    }

    private static String leading(String address) {
        URI uri = URI.create(address);
        String origin = ORIGINS.get(uri.getHost());
        return origin == null ? address : origin + uri.getRawPath();
    }
}
