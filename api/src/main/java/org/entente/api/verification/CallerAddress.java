package org.entente.api.verification;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.api.settings.InstanceSettings;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * From which address a request comes, also behind trusted proxies: each adds to X-Forwarded-For whom it heard, at the end.
 * So the last one counts that no trusted proxy has; whatever stands before it, its sender may have made up.
 */
@Component
class CallerAddress {
    private static final String FORWARDED = "X-Forwarded-For";
    private static final Pattern FOUR = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");

    private final List<InetAddressMatcher> proxies;

    CallerAddress(InstanceSettings settings) {
        this.proxies = settings.verification().trustedProxies();
    }

    /** Digits; the peer's own address where it is no trusted proxy, or says nothing of use. */
    InetAddress of(HttpServletRequest request) {
        InetAddress caller =
                literal(request.getRemoteAddr()).orElseThrow(() -> new IllegalStateException("a peer without address"));
        List<String> said = Collections.list(request.getHeaders(FORWARDED)).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .toList();
        for (String hop : said.reversed()) {
            if (!isProxy(caller)) {
                return caller;
            }
            Optional<InetAddress> before = literal(hop.strip());
            if (before.isEmpty()) {
                // What a trusted proxy does not say in digits is nobody: all of these count as that proxy.
                return caller;
            }
            caller = before.get();
        }
        return caller;
    }

    /** Of names, none is looked up. */
    private static Optional<InetAddress> literal(String text) {
        if (!text.contains(":") && !FOUR.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(each -> each.matches(address));
    }
}
