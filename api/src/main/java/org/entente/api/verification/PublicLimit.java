package org.entente.api.verification;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
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

    PublicLimit(InstanceSettings settings) {
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
     * @param address from which it came
     * @throws Refusal with {@link ApiCode#REQUEST_RATE_LIMITED} past the limit
     */
    public void count(String address) {
        if (!buckets.get(network(address)).tryConsume(1)) {
            throw Refusal.of(ApiCode.REQUEST_RATE_LIMITED, "ask again in a minute");
        }
    }

    /** The server gives addresses as digits, of which nothing is looked up. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return InetAddress.getByName(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
