package org.entente.api.verification;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.entente.api.problem.ApiCode;
import org.entente.api.problem.Refusal;
import org.entente.api.settings.InstanceSettings;
import org.springframework.stereotype.Component;

/**
 * How many checks one address may ask for without an account. Each instance counts for itself: with three of them an
 * address gets up to three times as many. Addresses of IPv6 count by their network of 64 bits, which one household has.
 */
@Component
public class PublicLimit {
    private static final int MOST_ADDRESSES = 100_000;
    private static final int NETWORK_BYTES = 8;

    private final LoadingCache<String, Bucket> buckets;
    private final CallerAddress callers;

    PublicLimit(InstanceSettings settings, CallerAddress callers) {
        this.callers = callers;
        int most = settings.verification().publicPerMinute();
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(Duration.ofMinutes(2))
                .build(address -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, Duration.ofMinutes(1)))
                        .build());
    }

    /**
     * Counts one request.
     *
     * @param request without an account
     * @throws Refusal with {@link ApiCode#REQUEST_RATE_LIMITED} past the limit
     */
    public void count(HttpServletRequest request) {
        if (!buckets.get(network(callers.of(request))).tryConsume(1)) {
            throw Refusal.of(ApiCode.REQUEST_RATE_LIMITED, "ask again in a minute");
        }
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address six
                ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
