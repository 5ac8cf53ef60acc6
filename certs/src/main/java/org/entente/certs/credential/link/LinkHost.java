package org.entente.certs.credential.link;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where links of one issuer lead: a DNS name, with a port where it is not the usual one. No IP address, no user name, and
 * plain http only for {@code localhost}, which no network sees.
 *
 * @param origin for example {@code https://verify.customs.example} or {@code http://localhost:8080}
 */
public record LinkHost(String origin) {
    private static final int MAX_NAME = 100;
    private static final int MAX_PORT = 65_535;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    /** The last label has a letter first: so no IP address is a name. */
    private static final Pattern NAMED = Pattern.compile(
            "https://(?<name>(?:" + LABEL + "\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)(?::(?<port>[1-9][0-9]{0,4}))?");

    private static final Pattern LOCAL = Pattern.compile("https?://(?<name>localhost)(?::(?<port>[1-9][0-9]{0,4}))?");

    /** Refuses any other form with {@link IllegalArgumentException}. */
    public LinkHost {
        if (!isValid(NAMED.matcher(origin)) && !isValid(LOCAL.matcher(origin))) {
            throw new IllegalArgumentException("not https and a lower-case DNS name");
        }
    }

    private static boolean isValid(Matcher matcher) {
        return matcher.matches()
                && matcher.group("name").length() <= MAX_NAME
                && Optional.ofNullable(matcher.group("port"))
                        .map(Integer::parseInt)
                        .map(port -> port <= MAX_PORT && port != 443)
                        .orElse(true);
    }

    @Override
    public String toString() {
        return origin;
    }
}
