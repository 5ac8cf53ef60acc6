package org.entente.api.outbound;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of addresses that are called. There is one spelling of a host: a DNS name whose last label begins with a letter,
 * so that no decimal, octal or hexadecimal form of an IP address is one (WHATWG URL, 3.5, would read them all).
 */
final class OutboundAddress {
    private static final int MOST = 2_000;
    private static final int HIGHEST_PORT = 65_535;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final String LAST = "[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME = Pattern.compile("(?=.{1,253}\\z)(?:" + LABEL + "\\.)+" + LAST);
    private static final Pattern FORM = Pattern.compile("(?i)(https?)://([a-z0-9.-]+|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?"
            + "((?:/[A-Za-z0-9._~!$&'()*+,;=:@/%-]*)?(?:\\?[A-Za-z0-9._~!$&'()*+,;=:@/?%-]*)?)");
    private static final String LOCALHOST = "localhost";

    private OutboundAddress() {}

    /** The address as it is called; empty if it must not be. */
    static Optional<URI> of(String text, OutboundPolicy policy) {
        Matcher matcher = FORM.matcher(text);
        if (text.length() > MOST || !matcher.matches()) {
            return Optional.empty();
        }
        String host = matcher.group(2).toLowerCase(Locale.ROOT);
        boolean local = policy.inside() && isLiteralOrLocal(host);
        boolean plain = "http".equalsIgnoreCase(matcher.group(1));
        if (!local && (plain || !NAME.matcher(host).matches())) {
            return Optional.empty();
        }
        boolean demo = local && policy.plainLocalhost() && LOCALHOST.equals(host);
        String scheme = plain || demo ? "http" : "https";
        int port = matcher.group(3) != null ? Integer.parseInt(matcher.group(3)) : plain ? 80 : 443;
        if (port < 1 || port > HIGHEST_PORT || !policy.allowsPort(port)) {
            return Optional.empty();
        }
        String path = matcher.group(4).startsWith("/") ? matcher.group(4) : "/" + matcher.group(4);
        try {
            return Optional.of(URI.create(scheme + "://" + host + ":" + port + path));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isLiteralOrLocal(String host) {
        return LOCALHOST.equals(host) || host.startsWith("[") || host.matches("127\\.[0-9]+\\.[0-9]+\\.[0-9]+");
    }
}
